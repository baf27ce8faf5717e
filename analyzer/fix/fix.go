// Package fix applies fixes to source files.
//
// In: fixes as lists of edits, and a function that reads files. Out: the files
// with their new text, and which fixes are in it. It writes nothing.
package fix

import (
	"bytes"
	"cmp"
	"go/format"
	"maps"
	"slices"
)

// Edit replaces the bytes from Start to End of a file.
type Edit struct {
	File       string
	Start, End int
	Text       string
}

// File is a file that changes.
type File struct {
	Name          string
	Before, After []byte
}

// Apply puts as many fixes into the files as can stand together: of two that
// change the same text the first wins, and a fix is applied as a whole or not
// at all. What was formatted stays so. A fix whose result does not parse is
// left out, as is one whose file cannot be read.
func Apply(fixes [][]Edit, read func(name string) ([]byte, error)) (files []File, applied []bool) {
	a := &applier{read: read, source: map[string][]byte{}, edits: map[string][]Edit{}}
	applied = make([]bool, len(fixes))
	for i, f := range fixes {
		applied[i] = a.add(f)
	}
	for _, name := range slices.Sorted(maps.Keys(a.edits)) {
		before := a.source[name]
		if after, ok := rewrite(before, a.edits[name]); ok && !bytes.Equal(before, after) {
			files = append(files, File{name, before, after})
		}
	}
	return files, applied
}

type applier struct {
	read   func(string) ([]byte, error)
	source map[string][]byte
	edits  map[string][]Edit // that stand together, by place
}

// add takes a fix when nothing speaks against it.
func (a *applier) add(f []Edit) bool {
	next := map[string][]Edit{}
	for _, e := range f {
		src, ok := a.load(e.File)
		if !ok || e.Start < 0 || e.Start > e.End || e.End > len(src) {
			return false
		}
		list, known := next[e.File]
		if !known {
			list = slices.Clone(a.edits[e.File])
		}
		if slices.Contains(list, e) {
			continue // the same change for another finding
		}
		if slices.ContainsFunc(list, e.meets) {
			return false
		}
		next[e.File] = append(list, e)
	}
	for name, list := range next {
		slices.SortFunc(list, func(x, y Edit) int { return cmp.Or(cmp.Compare(x.Start, y.Start), cmp.Compare(x.End, y.End)) })
		if _, ok := rewrite(a.source[name], list); !ok {
			return false
		}
	}
	maps.Copy(a.edits, next)
	return len(f) > 0
}

// meets: two edits change the same text, or insert at the same place.
func (e Edit) meets(o Edit) bool {
	return e.Start < o.End && o.Start < e.End || e.Start == o.Start && (e.Start == e.End || o.Start == o.End)
}

func (a *applier) load(name string) ([]byte, bool) {
	if src, ok := a.source[name]; ok {
		return src, src != nil
	}
	src, err := a.read(name)
	if err != nil {
		src = nil
	}
	a.source[name] = src
	return src, src != nil
}

// rewrite applies sorted edits. It fails when the result is not Go.
func rewrite(src []byte, edits []Edit) ([]byte, bool) {
	var out bytes.Buffer
	at := 0
	for _, e := range edits {
		out.Write(src[at:e.Start])
		out.WriteString(e.Text)
		at = e.End
	}
	out.Write(src[at:])
	formatted, err := format.Source(out.Bytes())
	if err != nil {
		return nil, false
	}
	if was, err := format.Source(src); err == nil && bytes.Equal(was, src) {
		return formatted, true
	}
	return out.Bytes(), true
}

// Offset is the byte at a line and column, which count from 1; false when the
// text has no such place.
func Offset(src []byte, line, column int) (int, bool) {
	at := 0
	for range line - 1 {
		i := bytes.IndexByte(src[at:], '\n')
		if i < 0 {
			return 0, false
		}
		at += i + 1
	}
	at += column - 1
	return at, line > 0 && column > 0 && at <= len(src)
}
