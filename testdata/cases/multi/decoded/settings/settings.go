// Package settings reads what the program is to use; decoders call UnmarshalJSON by reflection.
package settings

import (
	"database/sql"
	"encoding/json"
	"net/http"
)

// Store saves requests.
type Store interface{ Save(r *http.Request) error }

type postgres struct{ dsn string }

func (p *postgres) Save(r *http.Request) error {
	db, err := sql.Open("pgx", p.dsn) // want violation SL101
	if err != nil {
		return err
	}
	defer db.Close()
	return db.PingContext(r.Context())
}

var kinds = map[string]func() Store{"postgres": func() Store { return new(postgres) }}

type storage struct{ store Store }

// UnmarshalJSON chooses the store.
func (s *storage) UnmarshalJSON(data []byte) error {
	s.store = kinds[string(data)]()
	return nil
}

type file struct{ Storage storage }

// Read decodes a file.
func Read(data []byte) (Store, error) {
	var f file
	err := json.Unmarshal(data, &f)
	return f.Storage.store, err
}
