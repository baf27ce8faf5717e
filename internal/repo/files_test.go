package repo

import (
	"bytes"
	"go/format"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// maxLines is what a reader finds their way in. Split by idea, not by size.
const maxLines = 450

func TestGoFiles(t *testing.T) {
	for _, file := range goFiles(t) {
		src, err := os.ReadFile(filepath.Join(root, file))
		if err != nil {
			t.Fatal(err)
		}
		formatted, err := format.Source(src)
		if err != nil {
			t.Errorf("%s: %v", file, err)
			continue
		}
		if !bytes.Equal(src, formatted) {
			t.Errorf("%s is not formatted: run gofmt -w %s", file, file)
		}
		if n := bytes.Count(src, []byte("\n")); n > maxLines && !strings.HasSuffix(file, "_test.go") {
			t.Errorf("%s has %d lines, more than %d", file, n, maxLines)
		}
	}
}

// goFiles lists the module's own Go files, relative to the root.
func goFiles(t *testing.T) []string {
	t.Helper()
	var files []string
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			if name := d.Name(); name == "testdata" || len(name) > 2 && name[0] == '.' {
				return filepath.SkipDir
			}
			return nil
		}
		if strings.HasSuffix(path, ".go") {
			rel, err := filepath.Rel(root, path)
			files = append(files, filepath.ToSlash(rel))
			return err
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(files) == 0 {
		t.Fatal("no Go file found")
	}
	return files
}
