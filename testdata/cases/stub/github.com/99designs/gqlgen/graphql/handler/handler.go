// Package handler holds the shapes of github.com/99designs/gqlgen/graphql/handler that the cases use.
package handler

import (
	"net/http"

	"github.com/99designs/gqlgen/graphql"
)

type Server struct{ es graphql.ExecutableSchema }

func New(es graphql.ExecutableSchema) *Server { return &Server{es: es} }

func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {}
