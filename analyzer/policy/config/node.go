package config

import (
	"fmt"
	"slices"
	"strings"
)

// node is a value as written, whatever it was written in.
type node struct {
	at    Place
	kind  nodeKind
	text  string // of a scalar
	items []*node
	pairs []pair
	bad   bool // the description does not accept it, or something in it
}

type pair struct {
	name  string
	at    Place
	value *node
}

type nodeKind uint8

const (
	textNode nodeKind = iota
	numberNode
	boolNode
	nullNode
	listNode
	mapNode
)

// String names the kind of value to people, as in "not a list".
func (n *node) String() string {
	switch n.kind {
	case numberNode:
		return "the number " + n.text
	case boolNode:
		return n.text
	case nullNode:
		return "nothing"
	case listNode:
		return "a list"
	case mapNode:
		return "a mapping"
	}
	return "the text " + quote(n.text)
}

// list is the items of a list that may be missing, but for those that are wrong.
func (n *node) list() []*node {
	if n == nil {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(n.items), func(item *node) bool { return item.bad })
}

// right is the node unless it is missing or wrong.
func (n *node) right() *node {
	if n == nil || n.bad {
		return nil
	}
	return n
}

// get is the value of a key, or nil.
func (n *node) get(name string) *node {
	if n == nil {
		return nil
	}
	i := slices.IndexFunc(n.pairs, func(p pair) bool { return p.name == name })
	if i < 0 {
		return nil
	}
	return n.pairs[i].value
}

// quote shows a text that may be of any length.
func quote(s string) string {
	if len(s) > 80 {
		s = strings.ToValidUTF8(s[:80], "") + "…"
	}
	return fmt.Sprintf("%q", s)
}
