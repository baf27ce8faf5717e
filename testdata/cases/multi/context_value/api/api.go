// Package api takes what is to be done out of the request's context.
package api

import (
	"context"
	"net/http"
)

// Job can be done.
type Job interface{ Run(ctx context.Context) error }

type key struct{}

// With puts a job into the context of each request.
func With(next http.Handler, j Job) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), key{}, j)))
	})
}

// Handle does the job.
func Handle(w http.ResponseWriter, r *http.Request) {
	if j, ok := r.Context().Value(key{}).(Job); ok {
		if err := j.Run(r.Context()); err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
		}
	}
}
