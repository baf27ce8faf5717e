package summary

import (
	"go/ast"
	"go/types"
	"hash/fnv"
	"strconv"
	"strings"
)

// A function that takes a function and returns one is a decorator, such as a
// retry, a trace or a middleware:
//
//	func traced(name string, f func() error) func() error {
//		return func() error { …; return f() }
//	}
//
// What is given to it at one call must not come out of another one, and the same
// holds for functions that take several:
//
//	func all(steps ...func() error) error { for _, s := range steps { err = s(); … } }
//
// (One that takes a single function and calls it is bound at the call that passes
// it, see Param.) So they are summarised as templates with one more parameter, the
// place of the call, which calls put into the brackets as they put type arguments
// there: traced[@1x2y3z]. A decorator that calls another one adds the place from
// which it was called itself: traced[@1x2y3z@4u5v6w].

// callPlaces is how many places of calls tell the instances of a decorator
// apart, the nearest first. What is further away is merged.
const callPlaces = 3

// decorates reports whether a function takes and returns what can be called, a
// function or an interface of one method, or takes a list of functions.
func decorates(sig *types.Signature) bool {
	return anyCallable(sig.Params()) && anyCallable(sig.Results()) || anyFuncs(sig.Params())
}

func anyFuncs(vars *types.Tuple) bool {
	for i := range vars.Len() {
		if s, ok := vars.At(i).Type().Underlying().(*types.Slice); ok {
			if _, ok := s.Elem().Underlying().(*types.Signature); ok {
				return true
			}
		}
	}
	return false
}

func anyCallable(vars *types.Tuple) bool {
	for i := range vars.Len() {
		t := vars.At(i).Type()
		switch u := t.Underlying().(type) {
		case *types.Signature:
			return true
		case *types.Interface:
			if _, isParam := types.Unalias(t).(*types.TypeParam); !isParam && u.NumMethods() == 1 && u.IsMethodSet() && !isErrorType(t) {
				return true
			}
		}
	}
	return false
}

// calledAt adds the place of a call to the symbol of a decorator. c is nil where
// it is used as a value.
func (b *builder) calledAt(sym string, fn *types.Func, c *ast.CallExpr) string {
	if !decorates(fn.Signature()) || !b.analysedPkg(fn.Pkg()) {
		return sym
	}
	place := "@"
	if c != nil {
		p := b.pos(c.Lparen)
		h := fnv.New32a()
		for _, part := range []string{b.in.Path, b.out.Files[p.File], itoa(int(p.Line)), itoa(int(p.Col))} {
			h.Write([]byte(part + "\x00"))
		}
		place += strconv.FormatUint(uint64(h.Sum32()), 36) + b.declPlace
	}
	if s, ok := strings.CutSuffix(sym, "]"); ok {
		return s + "," + place + "]"
	}
	return sym + "[" + place + "]"
}

// NearestCalls leaves the nearest places of calls in the ID of a decorator.
func NearestCalls(id string) string {
	if strings.Count(id, "@") <= callPlaces {
		return id
	}
	var out strings.Builder
	n := 0
	for i := 0; i < len(id); i++ {
		switch c := id[i]; {
		case c == '@':
			n++
		case n > 0 && (c == ',' || c == ']' || c == '['):
			n = 0
		}
		if n <= callPlaces {
			out.WriteByte(id[i])
		}
	}
	return out.String()
}
