package driver

import (
	"context"
	"strings"
	"testing"
)

func TestErrors(t *testing.T) {
	const app = `
-- go.mod --
module example.com/app
go 1.26
-- a.go --
package a
-- empty/README --
nothing
`
	tests := []struct {
		name     string
		archive  string
		patterns []string
		usage    bool
		want     string
	}{
		{"no such directory", app, []string{"./none"}, true, "./none: stat $DIR/none: directory not found"},
		{"no Go files", app, []string{"./empty"}, true, "./empty: no Go files in $DIR/empty"},
		{"nothing below", app, []string{"./empty/..."}, true, "./empty/... matches no packages in $DIR"},
		{"nothing by that name", app, []string{"example.org/x/..."}, true, "example.org/x/... matches no packages in $DIR"},
		{"no such package", app, []string{"example.org/x"}, true, "example.org/x: no required module provides package example.org/x"},
		{"one of two patterns", app, []string{".", "./none"}, true, "./none: stat $DIR/none: directory not found"},
		{"standard library", app, []string{"errors"}, true, "errors matches no package of the main module"},
		{"a flag", app, []string{"-x"}, true, "-x: malformed import path \"-x\": leading dash"},
		{"no module", "-- a.go --\npackage a\n", nil, false, "go.mod not found in $DIR or any parent directory: run inside a module, or name .go files"},
		{"no module, directory", "-- a.go --\npackage a\n", []string{"."}, false, "go.mod not found in $DIR or any parent directory: run inside a module, or name .go files"},
		{"broken go.mod", "-- go.mod --\nmodul x\n-- a.go --\npackage a\n", nil, false, "go list: errors parsing go.mod: go.mod:1: unknown directive: modul"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			tr := newTree(t, test.archive)
			_, err := Load(context.Background(), tr.config(test.patterns...))
			wantError(t, err, test.usage, strings.ReplaceAll(test.want, "$DIR", tr.dir))
		})
	}
}

func wantError(t *testing.T, err error, usage bool, want string) {
	t.Helper()
	if err == nil {
		t.Fatal("no error")
	}
	if err.Error() != want || IsUsage(err) != usage {
		t.Errorf("error (usage %t): %s\nwant (usage %t): %s", IsUsage(err), err, usage, want)
	}
}

func TestNoDirectory(t *testing.T) {
	tr := newTree(t, "")
	c := tr.config()
	c.Dir = tr.path("none")
	_, err := Load(context.Background(), c)
	wantError(t, err, true, "the directory "+c.Dir+" does not exist")
}

func TestNoGoCommand(t *testing.T) {
	tr := newTree(t, shop)
	t.Setenv("PATH", "")
	_, err := Load(context.Background(), tr.config())
	wantError(t, err, false, `the go command is not on the PATH: exec: "go": executable file not found in $PATH`)
}

func TestCancel(t *testing.T) {
	tr := newTree(t, shop)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, err := Load(ctx, tr.config())
	wantError(t, err, false, "listing packages: context canceled")

	ctx, cancel = context.WithCancel(context.Background())
	c := tr.config()
	c.Progress = func(p Progress) {
		if p.Stage == "summarise" {
			cancel()
		}
	}
	var r recorder
	_, err = load(ctx, c, r.summariser())
	wantError(t, err, false, "summarising packages: context canceled")
	equal(t, "made", r.made(), "")
}
