package summary

import "go/ast"

// standing is the list of statements, and the place in it, in which a call
// stands, and whether there is a loop around it.
func standing(body *ast.BlockStmt, c *ast.CallExpr) (list []ast.Stmt, at int, loop bool) {
	var stack []ast.Node
	ast.Inspect(body, func(n ast.Node) bool {
		if n == nil {
			stack = stack[:len(stack)-1]
			return true
		}
		if n == ast.Node(c) {
			list, at, loop = enclosing(stack)
		}
		stack = append(stack, n)
		return list == nil
	})
	return list, at, loop
}

func enclosing(stack []ast.Node) (list []ast.Stmt, at int, loop bool) {
	for i := len(stack) - 1; i >= 0; i-- {
		switch n := stack[i].(type) {
		case *ast.FuncLit:
			return list, at, loop
		case *ast.ForStmt, *ast.RangeStmt:
			loop = true
		case *ast.BlockStmt:
			list, at = innermost(list, at, n.List, stack, i)
		case *ast.CaseClause:
			list, at = innermost(list, at, n.Body, stack, i)
		case *ast.CommClause:
			list, at = innermost(list, at, n.Body, stack, i)
		}
	}
	return list, at, loop
}

// innermost keeps the innermost list.
func innermost(list []ast.Stmt, at int, outer []ast.Stmt, stack []ast.Node, i int) ([]ast.Stmt, int) {
	if list != nil || i+1 == len(stack) {
		return list, at
	}
	for j, s := range outer {
		if ast.Node(s) == stack[i+1] {
			return outer, j
		}
	}
	return list, at
}
