package summary

import (
	"go/ast"
	"strings"
)

// wrote notes what a call writes with.
func (f *flowFunc) wrote(c *ast.CallExpr, t *callee, st *heldState) {
	if t.x == nil || t.sel == nil {
		return
	}
	s := f.eval(t.x.X)
	if s == 0 || !f.writes(c, t) {
		return
	}
	st.wrote |= s
	if f.record {
		f.b.out.Funcs[f.fs.slot].Writes |= s
	}
}

// writes: by its name, and by the statement when that is a constant.
func (f *flowFunc) writes(c *ast.CallExpr, t *callee) bool {
	name := strings.TrimPrefix(t.x.Sel.Name, "Must")
	for _, a := range c.Args {
		if tv := f.b.in.Info.Types[a]; tv.Value != nil {
			if verdict, ok := statement(tv.Value.ExactString()); ok {
				return verdict
			}
		}
	}
	for _, p := range [...]string{"Exec", "Insert", "Update", "Delete", "Create", "Save", "Upsert", "Replace", "NamedExec", "CopyFrom", "SendBatch"} {
		if strings.HasPrefix(name, p) {
			return true
		}
	}
	return false
}

// statement says whether a text is an SQL statement that writes.
func statement(text string) (writes, known bool) {
	text = strings.ToUpper(strings.TrimLeft(strings.Trim(text, "`\""), " \t\n\\nt("))
	word, _, _ := strings.Cut(text, " ")
	switch word {
	case "INSERT", "UPDATE", "DELETE", "MERGE", "REPLACE", "TRUNCATE":
		return true, true
	case "COPY": // FROM a file or the client; TO one of them it only reads
		return strings.Contains(text, " FROM "), true
	case "SELECT", "SET", "PRAGMA", "SHOW", "LOCK", "EXPLAIN", "SAVEPOINT":
		return false, true
	}
	return false, false
}
