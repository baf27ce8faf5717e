package repo

import (
	"io/fs"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// isInput: modules that are only ever analysed. Their test files, if any, are
// input too.
func isInput(dir string) bool { return isBelow(dir, "testdata/cases") }

// TestModulesBelow runs the tests of every module below this one, so that
// "go test" in the root runs all tests there are.
func TestModulesBelow(t *testing.T) {
	for _, dir := range modulesBelow(t) {
		t.Run(dir, func(t *testing.T) {
			// Not from the cache, which does not look at files outside of the
			// module that a test has read.
			cmd := exec.Command("go", "test", "-C", filepath.Join(root, filepath.FromSlash(dir)), "-count=1", "-timeout=30m", "./...")
			out, err := cmd.CombinedOutput()
			t.Logf("%s", out)
			if err != nil {
				t.Error(err)
			} else if !strings.HasPrefix(string(out), "ok") && !strings.Contains(string(out), "\nok") {
				t.Error("no test ran")
			}
		})
	}
}

// modulesBelow lists the directories of nested modules that have tests.
func modulesBelow(t *testing.T) []string {
	t.Helper()
	var dirs []string
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(root, path)
		if err != nil {
			return err
		}
		rel = filepath.ToSlash(rel)
		if d.IsDir() && (d.Name() == ".git" || isInput(rel)) {
			return filepath.SkipDir
		}
		if dir, ok := strings.CutSuffix(rel, "/go.mod"); ok {
			dirs = append(dirs, dir)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return dirs
}
