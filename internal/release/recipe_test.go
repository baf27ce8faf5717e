package release

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestRecipe: the image is built as a release is, of what is copied for it.
func TestRecipe(t *testing.T) {
	recipe := read(t, filepath.Join(root, "Dockerfile"))
	for _, want := range []string{"CGO_ENABLED=0", "-trimpath", `-ldflags="-s -w"`, "./cmd/" + command, "\nFROM scratch\n"} {
		if !strings.Contains(recipe, want) {
			t.Errorf("the Dockerfile has no %s", want)
		}
	}
	// go.mod begins with the version of Go, as the image does.
	version := strings.Split(strings.SplitN(strings.SplitN(read(t, filepath.Join(root, "go.mod")), "\ngo ", 2)[1], "\n", 2)[0], ".")
	if image := "FROM golang:" + strings.Join(version[:2], "."); strings.Count(recipe, image+" ") != strings.Count(recipe, "FROM golang:") {
		t.Errorf("an image is not %s", image)
	}
	for _, line := range strings.Split(read(t, filepath.Join(root, ".dockerignore")), "\n") {
		if name, ok := strings.CutPrefix(line, "!"); ok {
			if _, err := os.Stat(filepath.Join(root, name)); err != nil {
				t.Error(err)
			}
		}
	}
}
