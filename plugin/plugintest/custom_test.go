package plugintest

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestCustom builds golangci-lint as its users do, with "golangci-lint custom"
// and the .custom-gcl.yml of this repository. The command clones golangci-lint;
// here it gets a repository that is made of the module. It then builds with this
// tree in the place of a released sessionlint.
func TestCustom(t *testing.T) {
	mirror := mirror(t)
	work := t.TempDir()
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	published, err := os.ReadFile(filepath.Join(root, ".custom-gcl.yml"))
	if err != nil {
		t.Fatal(err)
	}
	writeFile(t, filepath.Join(work, ".custom-gcl.yml"), fromTree(t, string(published), root))
	cmd := exec.Command(built.golangci, "custom", "-v")
	cmd.Dir = work
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0", "GOFLAGS=-trimpath -mod=mod", "GIT_CONFIG_COUNT=1",
		"GIT_CONFIG_KEY_0=url.file://"+mirror+".insteadOf", "GIT_CONFIG_VALUE_0=https://github.com/golangci/golangci-lint.git")
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v\n%s", cmd, err, out)
	}
	own := lint{filepath.Join(work, "custom-gcl"), t.TempDir()}
	dir := writeModule(t, shop)
	if got := places(t, dir, own.run(t, dir, config(), "./...")); !slices.EqualFunc(got, []string{poolFound}, strings.HasPrefix) {
		t.Errorf("got %q", got)
	}
}

// fromTree replaces the version of the plugin by a path to it.
func fromTree(t *testing.T, config, root string) string {
	t.Helper()
	var lines []string
	replaced := 0
	for line := range strings.Lines(config) {
		if at := strings.Index(line, "version: "); at > 0 {
			line = line[:at] + "path: " + root + "\n"
			replaced++
		}
		lines = append(lines, line)
	}
	if replaced != 1 {
		t.Fatalf("replaced %d versions of plugins in\n%s", replaced, config)
	}
	return strings.Join(lines, "")
}

// mirror makes a repository of the golangci-lint module, with the tag of its
// version.
func mirror(t *testing.T) string {
	t.Helper()
	var module struct{ Dir, Version string }
	out := output(t, exec.Command("go", "list", "-m", "-json", "github.com/golangci/golangci-lint/v2"))
	if err := json.Unmarshal(out, &module); err != nil {
		t.Fatal(err)
	}
	dir := filepath.Join(t.TempDir(), "golangci-lint.git")
	if err := os.CopyFS(dir, os.DirFS(module.Dir)); err != nil {
		t.Fatal(err)
	}
	git := func(args ...string) {
		cmd := exec.Command("git", append([]string{"-C", dir, "-c", "user.name=test", "-c", "user.email=test@example.com"}, args...)...)
		output(t, cmd)
	}
	git("init", "-q")
	git("add", "-f", ".")
	git("commit", "-q", "-m", module.Version)
	git("tag", module.Version)
	return dir
}
