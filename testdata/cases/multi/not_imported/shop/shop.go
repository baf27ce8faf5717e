// Package shop hands values of another package out. Its own functions do nothing.
package shop

import (
	"sync/atomic"

	"example.com/cases/multi/not_imported/store"
)

// Get returns one.
func Get() *store.First { return nil }

// Box has a field.
type Box struct{ Inner store.Field }

type base struct{ *store.Embedded }

// Base embeds.
type Base struct{ base }

// Alias is another name.
type Alias = store.Alias

// Table holds some.
var Table map[string]*store.Element

// Slot holds one.
var Slot atomic.Pointer[store.Argument]

// Each calls a function for all.
func Each(f func(store.Param)) { f(store.Param{}) }

// Thing returns one.
func Thing() *store.Converted { return nil }
