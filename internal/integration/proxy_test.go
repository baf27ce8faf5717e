package integration

import (
	"archive/zip"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strings"
	"testing"
)

const module = "github.com/sessionlint/sessionlint"

// moduleProxy makes a module proxy that has this tree as one version, as if
// that had been released, and returns its address.
func moduleProxy(t *testing.T, version string) string {
	t.Helper()
	dir := t.TempDir()
	at := filepath.Join(dir, filepath.FromSlash(module), "@v", version)
	write(t, filepath.Join(filepath.Dir(at), "list"), version+"\n")
	write(t, at+".info", fmt.Sprintf(`{"Version": %q, "Time": "2026-01-01T00:00:00Z"}`, version))
	write(t, at+".mod", read(t, filepath.Join(root, "go.mod")))
	f, err := os.Create(at + ".zip")
	if err != nil {
		t.Fatal(err)
	}
	w := zip.NewWriter(f)
	for _, name := range moduleFiles(t) {
		if err := addFile(w, module+"@"+version+"/"+name, filepath.Join(root, filepath.FromSlash(name))); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	return "file://" + dir
}

func addFile(w *zip.Writer, name, file string) error {
	src, err := os.Open(file)
	if err != nil {
		return err
	}
	defer src.Close()
	dst, err := w.Create(name)
	if err != nil {
		return err
	}
	_, err = io.Copy(dst, src)
	return err
}

// moduleFiles are the files of the module as git has or would have them, without
// those of the modules below.
func moduleFiles(t *testing.T) []string {
	t.Helper()
	out, err := exec.Command("git", "-C", root, "ls-files", "-z", "--cached", "--others", "--exclude-standard").Output()
	if err != nil {
		t.Fatal(err)
	}
	names := strings.Split(strings.TrimSuffix(string(out), "\x00"), "\x00")
	below := map[string]bool{}
	for _, name := range names {
		if dir, file := path.Split(name); file == "go.mod" && dir != "" {
			below[path.Clean(dir)] = true
		}
	}
	var files []string
	for _, name := range names {
		nested := false
		for dir := path.Dir(name); dir != "."; dir = path.Dir(dir) {
			nested = nested || below[dir]
		}
		if _, err := os.Stat(filepath.Join(root, filepath.FromSlash(name))); err == nil && !nested {
			files = append(files, name)
		}
	}
	return files
}
