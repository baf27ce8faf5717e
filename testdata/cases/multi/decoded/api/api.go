// Package api serves with the store that the settings name.
package api

import (
	"net/http"

	"example.com/cases/multi/decoded/settings"
)

type saver interface{ Save(r *http.Request) error }

type handler struct{ saver saver }

// New makes the handler.
func New(data []byte) (http.Handler, error) {
	s, err := settings.Read(data)
	if err != nil {
		return nil, err
	}
	return handler{s}, nil
}

func (h handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if err := h.saver.Save(r); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
	}
}
