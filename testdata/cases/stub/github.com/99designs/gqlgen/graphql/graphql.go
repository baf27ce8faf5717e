// Package graphql holds the shapes of github.com/99designs/gqlgen/graphql that the cases use.
package graphql

import (
	"context"

	"github.com/vektah/gqlparser/v2/ast"
)

type Response struct{ Data []byte }

type ResponseHandler func(ctx context.Context) *Response

type ExecutableSchema interface {
	Schema() *ast.Schema
	Complexity(ctx context.Context, typeName, fieldName string, childComplexity int, args map[string]any) (int, bool)
	Exec(ctx context.Context) ResponseHandler
}
