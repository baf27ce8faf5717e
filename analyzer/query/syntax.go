package query

import (
	"bytes"
	"go/ast"
	"go/parser"
	"go/printer"
	"go/token"

	"github.com/sessionlint/sessionlint/analyzer/rule"
)

// syntaxPlace is what the source says of a line.
type syntaxPlace struct {
	known        bool // the source could be read
	line, column int  // where the function around it begins as summaries have it; 0 outside of functions
	calls        []string
}

func (q *Query) parse(file string) (*token.FileSet, *ast.File) {
	if q.in.Source == nil {
		return nil, nil
	}
	text, err := q.in.Source(file)
	if err != nil {
		return nil, nil
	}
	fset := token.NewFileSet()
	f, _ := parser.ParseFile(fset, file, text, parser.SkipObjectResolution)
	return fset, f
}

// syntaxAt finds the innermost function around a line and the calls on it.
func (q *Query) syntaxAt(file string, line int) syntaxPlace {
	fset, f := q.parse(file)
	if f == nil {
		return syntaxPlace{}
	}
	at := syntaxPlace{known: true}
	lineOf := func(p token.Pos) int { return fset.PositionFor(p, false).Line }
	ast.Inspect(f, func(n ast.Node) bool {
		if n == nil || lineOf(n.Pos()) > line || lineOf(n.End()) < line {
			return false
		}
		start := token.NoPos
		switch n := n.(type) {
		case *ast.FuncDecl:
			start = n.Name.Pos()
		case *ast.FuncLit:
			if lineOf(n.Pos()) != line { // the line that it begins on is the outer one's
				start = n.Pos()
			}
		case *ast.CallExpr:
			if lineOf(callPos(n)) == line {
				at.calls = append(at.calls, text(n.Fun))
			}
		}
		if start.IsValid() {
			p := fset.PositionFor(start, false)
			at.line, at.column = p.Line, p.Column
		}
		return true
	})
	return at
}

func callPos(c *ast.CallExpr) token.Pos {
	if sel, ok := ast.Unparen(c.Fun).(*ast.SelectorExpr); ok {
		return sel.Sel.Pos()
	}
	return c.Pos()
}

func text(e ast.Expr) string {
	var b bytes.Buffer
	if err := printer.Fprint(&b, token.NewFileSet(), e); err != nil || bytes.ContainsAny(b.Bytes(), "\n{") {
		return "a function value"
	}
	return b.String()
}

// check is the condition that guards a place: the innermost one around it, or
// before it in its block, that compares with nil or looks something up.
func (q *Query) check(at rule.Position) (rule.Position, string) {
	fset, f := q.parse(at.File)
	if f == nil {
		return rule.Position{}, ""
	}
	var found *ast.IfStmt
	ast.Inspect(f, func(n ast.Node) bool {
		if n == nil || fset.PositionFor(n.Pos(), false).Line > at.Line || fset.PositionFor(n.End(), false).Line < at.Line {
			return false
		}
		switch n := n.(type) {
		case *ast.FuncDecl, *ast.FuncLit:
			found = nil
		case *ast.IfStmt:
			if guards(n) {
				found = n
			}
		case *ast.BlockStmt:
			// Have: if c.db != nil { return c.db }; c.db = open()
			for _, s := range n.List {
				i, ok := s.(*ast.IfStmt)
				if ok && fset.PositionFor(i.End(), false).Line < at.Line && guards(i) && returns(i.Body) && !aboutError(i) {
					found = i
				}
			}
		}
		return true
	})
	if found == nil {
		return rule.Position{}, ""
	}
	p := fset.PositionFor(found.Pos(), false)
	return rule.Position{File: at.File, Line: p.Line, Column: p.Column}, text(found.Cond)
}

// guards reports whether a condition compares with nil or is a lookup's ok.
func guards(s *ast.IfStmt) bool {
	found := false
	ast.Inspect(s.Cond, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok && (id.Name == "nil" || id.Name == "ok" || id.Name == "found" || id.Name == "exists") {
			found = true
		}
		return !found
	})
	return found
}

func aboutError(s *ast.IfStmt) bool {
	found := false
	ast.Inspect(s.Cond, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok && id.Name == "err" {
			found = true
		}
		return !found
	})
	return found
}

func returns(b *ast.BlockStmt) bool {
	if len(b.List) == 0 {
		return false
	}
	_, ok := b.List[len(b.List)-1].(*ast.ReturnStmt)
	return ok
}
