// Package ast holds the shapes of github.com/vektah/gqlparser/v2/ast that the cases use.
package ast

type Schema struct{ Description string }
