// Package handler imports shop only.
package handler

import (
	"database/sql"
	"net/http"

	"example.com/cases/multi/not_imported/shop"
)

// Result calls a method of what a method of a result returns.
func Result(w http.ResponseWriter, r *http.Request) { answer(w, shop.Get().Next().Open) }

// Field calls a method of an exported field.
func Field(w http.ResponseWriter, r *http.Request) {
	var b shop.Box
	answer(w, b.Inner.Open)
}

type wrapped struct{ shop.Base }

// Embedded calls a promoted method.
func Embedded(w http.ResponseWriter, r *http.Request) {
	var x wrapped
	db, _ := x.OpenEmbedded()
	defer db.Close()
}

// Alias makes a value of a type that it knows by an alias.
func Alias(w http.ResponseWriter, r *http.Request) {
	x := &shop.Alias{}
	db, _ := x.Open()
	defer db.Close()
}

// Element calls a method of what a map holds.
func Element(w http.ResponseWriter, r *http.Request) {
	db, _ := shop.Table["main"].Open()
	defer db.Close()
}

// Argument calls a method of a type argument.
func Argument(w http.ResponseWriter, r *http.Request) {
	db, _ := shop.Slot.Load().Open()
	defer db.Close()
}

func open[T interface{ Open() (*sql.DB, error) }](x T) {
	db, _ := x.Open()
	defer db.Close()
}

// Callback hands out a function whose parameter is inferred.
func Callback(w http.ResponseWriter, r *http.Request) { shop.Each(open) }

type opener interface{ Open() (*sql.DB, error) }

// Converted calls the method through an interface of its own.
func Converted(w http.ResponseWriter, r *http.Request) {
	var o opener = shop.Thing()
	db, _ := o.Open()
	defer db.Close()
}

func answer(w http.ResponseWriter, open func() (*sql.DB, error)) {
	db, err := open()
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	defer db.Close()
}
