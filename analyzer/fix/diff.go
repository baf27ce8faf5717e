package fix

import (
	"bytes"
	"fmt"
	"strings"
)

// around is how many unchanged lines stand around a change.
const around = 3

// Diff writes what changes in a file as a unified diff.
func Diff(f File) []byte {
	a, b := lines(f.Before), lines(f.After)
	var out bytes.Buffer
	fmt.Fprintf(&out, "--- %s\n+++ %s\n", f.Name, f.Name)
	for _, h := range hunks(script(a, b)) {
		h.write(&out, a, b)
	}
	return out.Bytes()
}

func lines(text []byte) []string {
	list := strings.SplitAfter(string(text), "\n")
	if list[len(list)-1] == "" {
		list = list[:len(list)-1]
	}
	return list
}

// change says that lines from0 to to0 of the old text became lines from1 to
// to1 of the new.
type change struct{ from0, to0, from1, to1 int }

// script finds the changes between two texts that differ in few lines: it
// walks along both and, where they part, looks for the nearest place at which
// they meet again.
func script(a, b []string) []change {
	var out []change
	i, j := 0, 0
	for i < len(a) || j < len(b) {
		if i < len(a) && j < len(b) && a[i] == b[j] {
			i++
			j++
			continue
		}
		di, dj := meeting(a[i:], b[j:])
		out = append(out, change{i, i + di, j, j + dj})
		i, j = i+di, j+dj
	}
	return out
}

// meeting is the least number of lines to leave out of both until they go on
// alike.
func meeting(a, b []string) (int, int) {
	for n := 1; n < len(a)+len(b); n++ {
		for di := max(0, n-len(b)); di <= min(n, len(a)); di++ {
			if alike(a[di:], b[n-di:]) {
				return di, n - di
			}
		}
	}
	return len(a), len(b)
}

// alike: the next lines are the same, or both are at their end.
func alike(a, b []string) bool {
	if len(a) == 0 || len(b) == 0 {
		return len(a) == len(b)
	}
	for k := range min(around, len(a), len(b)) {
		if a[k] != b[k] {
			return false
		}
	}
	return true
}

// hunk is a run of changes that stand close together.
type hunk []change

func hunks(all []change) []hunk {
	var out []hunk
	for i, c := range all {
		if i > 0 && c.from0-all[i-1].to0 <= 2*around {
			out[len(out)-1] = append(out[len(out)-1], c)
			continue
		}
		out = append(out, hunk{c})
	}
	return out
}

func (h hunk) write(out *bytes.Buffer, a, b []string) {
	first, last := h[0], h[len(h)-1]
	lead := min(around, first.from0)
	trail := min(around, len(a)-last.to0)
	fmt.Fprintf(out, "@@ -%s +%s @@\n", span(first.from0-lead, last.to0+trail), span(first.from1-lead, last.to1+trail))
	at := first.from0 - lead
	for _, c := range h {
		put(out, ' ', a[at:c.from0])
		put(out, '-', a[c.from0:c.to0])
		put(out, '+', b[c.from1:c.to1])
		at = c.to0
	}
	put(out, ' ', a[at:last.to0+trail])
}

// span is "line,count" as diff writes it.
func span(from, to int) string {
	if to == from {
		return fmt.Sprintf("%d,0", from)
	}
	return fmt.Sprintf("%d,%d", from+1, to-from)
}

func put(out *bytes.Buffer, mark byte, list []string) {
	for _, l := range list {
		out.WriteByte(mark)
		out.WriteString(l)
		if !strings.HasSuffix(l, "\n") {
			out.WriteString("\n\\ No newline at end of file\n")
		}
	}
}
