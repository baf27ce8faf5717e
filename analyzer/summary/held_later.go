package summary

import (
	"go/ast"
	"go/types"
	"strings"

	"github.com/sessionlint/sessionlint/analyzer/catalog"
)

// later: what is handed to a post-commit hook, or registered as a handler, runs
// when nothing of here is held.
func later(t *callee) bool {
	if t.fn == nil {
		return false
	}
	if registersHandler(t) {
		return true
	}
	n := strings.ToLower(t.fn.Name())
	for _, p := range [...]string{"oncommit", "aftercommit", "postcommit", "addpostcommit", "onrollback", "afterrollback", "aftertx", "aftertransaction"} {
		if strings.Contains(n, p) {
			return true
		}
	}
	return false
}

func registersHandler(t *callee) bool {
	if t.sym == nil {
		return false
	}
	for _, r := range t.sym.Register {
		if r.Role == catalog.Handler {
			return true
		}
	}
	return false
}

// outlives notes what a function that is registered while something is held
// takes along: it runs after the handler returned.
//
// Have: ctx.SetBodyStreamWriter(func(w *bufio.Writer) { rows, _ := tx.Query(…) }),
// and not: c.Stream(func(w io.Writer) bool { … }), which waits for its function.
func (f *flowFunc) outlives(c *ast.CallExpr, t *callee, st *heldState) {
	if !registersHandler(t) {
		return
	}
	var s Slots
	for i, a := range c.Args {
		if _, ok := f.b.typeOf(a).Underlying().(*types.Signature); !ok {
			continue
		}
		idx, _ := paramAt(t.sig, i, c.Ellipsis.IsValid())
		for _, r := range t.sym.Register {
			if r.Role == catalog.Handler && (r.Arg == idx || r.Arg < 0) {
				s |= f.eval(a)
			}
		}
	}
	if s&st.held != 0 {
		f.point(Point{Kind: Outlive, Pos: f.b.callPos(c), Symbol: f.b.str(catalog.Canonical(t.fn)), Handle: s}, st)
	}
}
