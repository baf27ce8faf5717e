package config

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestExcludesNothing(t *testing.T) {
	dir := t.TempDir()
	for _, file := range []string{"main.go", "internal/legacy/a.go", "api/api_gen.go", ".git/x_old.go", "node_modules/y_old.go"} {
		at := filepath.Join(dir, filepath.FromSlash(file))
		if err := os.MkdirAll(filepath.Dir(at), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(at, nil, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	globs := []string{
		"internal/legacy", "internal/legcy", "**/*_gen.go", "**/*_old.go", "api/*.go", "api/*.pb.go", "main.go", "**", "*/legacy", "*/*/legacy", "docs/**",
	}
	c, err := Parse([]byte("exclude: ['"+strings.Join(globs, "', '")+"']"), "f")
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, d := range c.ExcludesNothing(dir) {
		got = append(got, d.Symbol)
	}
	if want := "internal/legcy **/*_old.go api/*.pb.go */*/legacy docs/**"; strings.Join(got, " ") != want {
		t.Errorf("got %s, want %s", strings.Join(got, " "), want)
	}
}
