package config

import (
	"fmt"
	"strings"
)

// rowList is a text of catalog data that is made from a configuration, so that
// additions mean the same as what is built in, and where its lines come from.
type rowList struct {
	names  *names
	heads  []string
	rows   [2][]string // of the two heads
	from   [2][]Place
	places map[int]Place // by line of String
}

const (
	acquires = iota // what acquires
	enters          // what runs when
)

func (l *rowList) add(block int, at Place, format string, args ...any) {
	l.rows[block] = append(l.rows[block], fmt.Sprintf(format, args...))
	l.from[block] = append(l.from[block], at)
}

// String is the data.
func (l *rowList) String() string {
	var b strings.Builder
	line := 0
	write := func(format string, args ...any) {
		fmt.Fprintf(&b, format+"\n", args...)
		line++
	}
	for block, head := range l.heads {
		if len(l.rows[block]) == 0 {
			continue
		}
		write("%s", head)
		for i, path := range l.names.paths {
			write("import p%d %s", i, path)
		}
		for i, row := range l.rows[block] {
			write("%s", row)
			l.places[line] = l.from[block][i]
		}
	}
	return b.String()
}

func (c *Config) rows() *rowList {
	l := &rowList{
		names: newNames(), heads: []string{"family configuration default", "framework configuration"}, places: map[int]Place{},
	}
	n := c.root.get("catalog")
	if n == nil {
		return l
	}
	for _, e := range n.get("remove").list() {
		if strings.HasPrefix(e.text, "func(") {
			l.add(acquires, e.at, "remove %s", l.signature(e))
		} else {
			l.add(acquires, e.at, "remove %s", l.symbol(e))
		}
	}
	l.acquire(n)
	for _, e := range n.get("entries").list() {
		l.entry(e)
	}
	for _, key := range [][2]string{{"background", "background"}, {"containers", "factory"}} {
		for _, e := range n.get(key[0]).list() {
			l.register(e, key[1])
		}
	}
	return l
}

func (l *rowList) acquire(n *node) {
	for _, e := range n.get("acquire").list() {
		from := ""
		if f := e.get("from"); f != nil {
			from = f.text
		}
		flags := l.releases(e.get("release"))
		if a := e.get("auto"); a != nil && isTrue(a) {
			flags += " auto"
		}
		l.add(acquires, e.get("symbol").at, "%s %s %s%s", e.get("kind").text, l.symbol(e.get("symbol")), origins[from], flags)
	}
	for _, e := range n.get("begin-helpers").list() {
		kind := "tx"
		if k := e.get("kind"); k != nil {
			kind = k.text
		}
		argument := e.get("argument").text
		where := "none func=arg" + argument
		if p := e.get("parameter"); p != nil {
			where = "arg" + argument + ".param" + p.text
		}
		l.add(acquires, e.get("symbol").at, "%s %s %s auto", kind, l.symbol(e.get("symbol")), where)
	}
	for _, e := range n.get("cheap").list() {
		l.add(acquires, e.at, "cheap %s", l.symbol(e))
	}
	for _, e := range n.get("session-types").list() {
		l.add(acquires, e.at, "sessiontype %s", l.symbol(e))
	}
}

func (l *rowList) entry(e *node) {
	kind := e.get("kind").text
	for _, p := range e.pairs {
		switch p.name {
		case "type":
			l.add(enters, p.value.at, "handler %s %s", kind, l.symbol(p.value))
		case "parameter":
			l.add(enters, p.value.at, "param %s %s", kind, l.symbol(p.value))
		case "signature":
			l.add(enters, p.value.at, "signature %s %s", kind, l.signature(p.value))
		case "interface":
			var methods []string
			for _, m := range e.get("methods").list() {
				methods = append(methods, m.text)
			}
			l.add(enters, p.value.at, "interface %s %s %s", kind, l.symbol(p.value), strings.Join(methods, ","))
		case "call":
			l.register(e, kind)
		}
	}
}

func (l *rowList) register(e *node, kind string) {
	argument := "args"
	if a := e.get("argument"); a != nil {
		argument = "arg" + a.text
	}
	l.add(enters, e.get("call").at, "register %s %s %s", l.symbol(e.get("call")), argument, kind)
}

// symbol and signature write what was checked before in the short form.
func (l *rowList) symbol(n *node) string {
	s, err := parseSymbol(n.text)
	if err != nil {
		return n.text
	}
	return s.row(l.names)
}

func (l *rowList) signature(n *node) string {
	s, err := parseSignature(n.text, l.names)
	if err != nil {
		return n.text
	}
	return s
}

// releases writes the name of a method alone as one of any type: what ends a
// value is asked by its bare name.
func (l *rowList) releases(n *node) string {
	var list []string
	for _, r := range n.list() {
		if strings.Contains(r.text, ".") {
			list = append(list, l.symbol(r))
		} else {
			list = append(list, "("+l.names.short("any")+".any)."+r.text)
		}
	}
	if list == nil {
		return ""
	}
	return " release=" + strings.Join(list, ",")
}
