package driver

import (
	"strings"
	"testing"
)

// apiOfSource hashes the API of a package of one file.
func apiOfSource(t *testing.T, src string, short bool) hash {
	t.Helper()
	n := &node{id: "example.com/p", path: "example.com/p"}
	g := &graph{byID: map[string]*node{n.id: n}}
	l := &loader{graph: g, check: newChecker(g, "amd64")}
	files := []source{{name: "p.go", data: []byte("package p\n" + src)}}
	var s *syntax
	if short {
		s = parseDeclarations(&l.pos, files)
		l.shake(n, s)
	} else {
		s = parseAll(&l.pos, files, nil)
	}
	pkg := l.check.check(n, s, nil)
	if s.problem != nil {
		t.Fatalf("%s\n%s", s.problem.String(strings.Clone), src)
	}
	return apiHash(pkg)
}

func TestAPIHash(t *testing.T) {
	tests := []struct {
		what, before, after string
		same                bool
	}{
		{"a body", "func F() {}", "func F() { println() }", true},
		{"a comment", "func F() {}", "// F.\nfunc F() {}", true},
		{"order", "func F() {}\nfunc G() {}", "func G() {}\nfunc F() {}", true},
		{"order of methods", "type T int\nfunc (T) A() {}\nfunc (T) B() {}", "type T int\nfunc (T) B() {}\nfunc (T) A() {}", true},
		{"an unexported function", "func F() {}", "func F() {}\nfunc f() {}", true},
		{"an unexported type", "type t int", "type t string", true},
		{"an unexported variable", "var v = 1", `var v = "s"`, true},
		{"the value of a variable", "var V = 1", "var V = 2", true},
		{"the name of a type parameter", "func F[A any](A) {}", "func F[B any](B) {}", true},
		{"spelling of a type", "func F(any) {}", "func F(interface{}) {}", false}, // harmless
		{"a new function", "", "func F() {}", false},
		{"a parameter", "func F() {}", "func F(int) {}", false},
		{"a result", "func F() {}", "func F() (i int) { return }", false},
		{"variadic", "func F([]int) {}", "func F(...int) {}", false},
		{"a constant", "const C = 1", "const C = 2", false},
		{"the type of a constant", "const C = 1", "const C int = 1", false},
		{"the type of a variable", "var V = 1", `var V = "s"`, false},
		{"an unexported type that shows", "type t int\nfunc F() (x t) { return }", "type t string\nfunc F() (x t) { return }", false},
		{"an unexported type behind another", "type s int\ntype t []s\nvar V t", "type s int8\ntype t []s\nvar V t", false},
		{"an unexported field", "type T struct{ a int }", "type T struct{ a int8 }", false},
		{"a field tag", "type T struct{ A int }", "type T struct{ A int `x:\"\"` }", false},
		{"order of fields", "type T struct{ A, B int }", "type T struct{ B, A int }", false},
		{"embedding", "type A int\ntype T struct{ A }", "type A int\ntype T struct{ A A }", false},
		{"a method", "type T int", "type T int\nfunc (T) M() {}", false},
		{"an unexported method", "type T int", "type T int\nfunc (T) m() {}", false},
		{"a method of an unexported type that shows", "type t int\nvar V t", "type t int\nvar V t\nfunc (t) M() {}", false},
		{"a pointer receiver", "type T int\nfunc (T) M() {}", "type T int\nfunc (*T) M() {}", false},
		{"an interface method", "type I interface{ A() }", "type I interface{ A(); B() }", false},
		{"a constraint", "func F[A any](A) {}", "func F[A comparable](A) {}", false},
		{"which type parameter", "func F[A, B any](A) {}", "func F[A, B any](B) {}", false},
		{"type parameters of a method", "type T[A, B any] int\nfunc (T[A, B]) M(A) {}", "type T[A, B any] int\nfunc (T[A, B]) M(B) {}", false},
		{"names of a receiver's type parameters", "type T[A any] int\nfunc (T[A]) M(A) {}", "type T[A any] int\nfunc (T[B]) M(B) {}", true},
		{"a type argument", "type T[A any] int\nvar V T[int]", "type T[A any] int\nvar V T[string]", false},
		{"an alias", "type A = int", "type A int", false},
		{"what an alias means", "type A = int", "type A = string", false},
		{"a union", "type I interface{ ~int | string }", "type I interface{ int | string }", false},
		{"the direction of a channel", "var C chan int", "var C <-chan int", false},
		{"the length of an array", "var A [1]int", "var A [2]int", false},
		{"a length from elsewhere", "const n = 1\nvar A [n]int", "const n = 2\nvar A [n]int", false},
		{"a method through an alias", "type t int\ntype a = t\nvar V t", "type t int\ntype a = t\nvar V t\nfunc (a) M() {}", false},
		{"a function that gives a variable its type", "var V = f()\nfunc f() (x int) { return }", "var V = f()\nfunc f() (x int8) { return }", false},
		{"a constant in a group", "const (\n\ta = iota\n\tB\n)", "const (\n\tB = iota + 1\n)", true},
	}
	for _, test := range tests {
		for _, src := range []string{test.before, test.after} {
			if apiOfSource(t, src, true) != apiOfSource(t, src, false) {
				t.Errorf("%s: the short form has another hash:\n%s", test.what, src)
			}
		}
		same := apiOfSource(t, test.before, true) == apiOfSource(t, test.after, true)
		if same != test.same {
			t.Errorf("%s: the hash is the same: %t", test.what, same)
		}
	}
}
