package fix_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/sessionlint/sessionlint/analyzer/fix"
)

const source = `package shop

func f() {
	a()
	b()
}
`

func replace(text, old, new string) fix.Edit {
	i := strings.Index(text, old)
	return fix.Edit{File: "shop.go", Start: i, End: i + len(old), Text: new}
}

func TestApply(t *testing.T) {
	a, b := replace(source, "a()", "a(1)"), replace(source, "b()", "b( 2 )")
	both := fix.Edit{File: "shop.go", Start: a.Start, End: b.End, Text: "c()"}
	at := fix.Edit{File: "shop.go", Start: a.End, End: a.End, Text: "\n\tx()"}
	other := at
	other.Text = "\n\ty()"
	for _, tt := range []struct {
		name    string
		source  string
		fixes   [][]fix.Edit
		applied string
		want    string // of the body
	}{
		{"apart", source, [][]fix.Edit{{b}, {a}}, "[true true]", "\ta(1)\n\tb(2)\n"},
		{"overlapping", source, [][]fix.Edit{{both}, {a}}, "[true false]", "\tc()\n"},
		{"a whole or nothing", source, [][]fix.Edit{{a}, {b, both}}, "[true false]", "\ta(1)\n\tb()\n"},
		{"the same twice", source, [][]fix.Edit{{at}, {at, b}}, "[true true]", "\ta()\n\tx()\n\tb(2)\n"},
		{"inserted at one place", source, [][]fix.Edit{{at}, {other}}, "[true false]", "\ta()\n\tx()\n\tb()\n"},
		{"no Go", source, [][]fix.Edit{{replace(source, "a()", "a(")}, {b}}, "[false true]", "\ta()\n\tb(2)\n"},
		{"not formatted before", strings.Replace(source, "\tb()", "    b()", 1), [][]fix.Edit{{a}}, "[true]", "\ta(1)\n    b()\n"},
		{"no such file", source, [][]fix.Edit{{{File: "other.go"}}, {a}}, "[false true]", "\ta(1)\n\tb()\n"},
		{"beyond the end", source, [][]fix.Edit{{{File: "shop.go", Start: 4, End: 1000}}, {a}}, "[false true]", "\ta(1)\n\tb()\n"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			files, applied := fix.Apply(tt.fixes, func(name string) ([]byte, error) {
				if name != "shop.go" {
					return nil, os.ErrNotExist
				}
				return []byte(tt.source), nil
			})
			if got := fmt.Sprint(applied); got != tt.applied {
				t.Errorf("applied %s, want %s", got, tt.applied)
			}
			want := "package shop\n\nfunc f() {\n" + tt.want + "}\n"
			if len(files) != 1 || string(files[0].After) != want {
				t.Errorf("got %q, want %q", files, want)
			}
		})
	}
}

func TestDiff(t *testing.T) {
	var before []string
	for i := range 30 {
		before = append(before, fmt.Sprintf("line %d\n", i))
	}
	after := slices.Clone(before)
	after[2] = "changed\n"
	after = slices.Insert(after, 20, "new\n", "newer\n")
	after = after[:len(after)-1]
	after[len(after)-1] = "no newline"
	got := string(fix.Diff(fix.File{Name: "shop.go", Before: []byte(strings.Join(before, "")), After: []byte(strings.Join(after, ""))}))
	want := `--- shop.go
+++ shop.go
@@ -1,6 +1,6 @@
 line 0
 line 1
-line 2
+changed
 line 3
 line 4
 line 5
@@ -18,6 +18,8 @@
 line 17
 line 18
 line 19
+new
+newer
 line 20
 line 21
 line 22
@@ -26,5 +28,4 @@
 line 25
 line 26
 line 27
-line 28
-line 29
+no newline
\ No newline at end of file
`
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestOffset(t *testing.T) {
	for _, tt := range []struct {
		line, column, want int
		ok                 bool
	}{
		{1, 1, 0, true}, {2, 1, 13, true}, {4, 2, 26, true}, {7, 1, len(source), true}, {8, 1, 0, false}, {0, 1, 0, false}, {7, 9, 0, false},
	} {
		if got, ok := fix.Offset([]byte(source), tt.line, tt.column); ok != tt.ok || ok && got != tt.want {
			t.Errorf("%d:%d is %d, %v; want %d, %v", tt.line, tt.column, got, ok, tt.want, tt.ok)
		}
	}
}
