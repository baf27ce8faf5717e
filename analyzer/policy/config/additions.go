package config

import "strings"

// decodeCatalog collects the names in the additions and reports what does not
// go together.
func (c *Config) decodeCatalog(n *node, ps *problems) {
	if n == nil {
		return
	}
	for _, e := range n.get("acquire").list() {
		c.acquire(e, ps)
	}
	for _, e := range n.get("cheap").list() {
		c.name(e, asFunc)
	}
	for _, e := range n.get("remove").list() {
		c.name(e, asAny)
	}
	for _, e := range n.get("entries").list() {
		c.entry(e, ps)
	}
	for _, key := range []string{"background", "containers"} {
		for _, e := range n.get(key).list() {
			c.called(e.get("call"), e.get("argument"))
		}
		once(n.get(key), "call", ps)
	}
	for _, e := range n.get("begin-helpers").list() {
		c.called(e.get("symbol"), e.get("argument"))
		c.acquirers = append(c.acquirers, fullNames(e.get("symbol").text)...)
	}
	for _, e := range n.get("session-types").list() {
		c.name(e, asType)
	}
	once(n.get("acquire"), "symbol", ps)
	once(n.get("begin-helpers"), "symbol", ps)
	for _, key := range []string{"cheap", "remove", "session-types"} {
		once(n.get(key), "", ps)
	}
	for _, key := range []string{"type", "interface", "signature", "parameter"} {
		once(n.get("entries"), key, ps)
	}
	conflicts(n, ps)
}

// conflicts reports a symbol that acquires in one list and does not in another.
func conflicts(n *node, ps *problems) {
	acquires := map[string]string{}
	for _, key := range []string{"acquire", "begin-helpers"} {
		for _, e := range n.get(key).list() {
			s := e.get("symbol")
			if old := acquires[s.text]; old != "" && old != key {
				ps.add(s.at, "%s stands in %s already: remove one of the two", s.text, old)
			}
			acquires[s.text] = key
		}
	}
	for _, e := range n.get("cheap").list() {
		if key := acquires[e.text]; key != "" {
			ps.add(e.at, "%s stands in %s too: remove one of the two", e.text, key)
		}
	}
}

func (c *Config) name(n *node, what use) {
	c.symbols = append(c.symbols, named{text: n.text, at: n.at, what: what})
}

// called notes a function of which one argument matters.
func (c *Config) called(n, argument *node) {
	c.symbols = append(c.symbols, named{text: n.text, at: n.at, what: asFunc, argument: argument})
}

func (c *Config) acquire(e *node, ps *problems) {
	s, from := e.get("symbol"), e.get("from")
	what := asFunc
	if from != nil && from.text == "literal" {
		if what = asType; checkType(s.text) != "" {
			ps.add(s.at, "%s", checkType(s.text))
		}
	}
	if p, _ := parseSymbol(s.text); from != nil && from.text == "receiver" && p.recv == "" {
		ps.add(from.at, "%s is no method and has no receiver: say where the resource appears, as in from: result", s.text)
	}
	c.name(s, what)
	for _, r := range e.get("release").list() {
		if strings.Contains(r.text, ".") {
			c.name(r, asFunc)
		}
	}
	if what == asFunc {
		c.acquirers = append(c.acquirers, fullNames(s.text)...)
	}
}

func fullNames(text string) []string {
	s, err := parseSymbol(text)
	if err != nil {
		return nil // reported already
	}
	return s.full()
}

func (c *Config) entry(e *node, ps *problems) {
	if n := e.get("type"); n != nil {
		c.name(n, asFuncType)
	}
	if n := e.get("parameter"); n != nil {
		c.name(n, asType)
	}
	if n := e.get("interface"); n != nil {
		c.symbols = append(c.symbols, named{text: n.text, at: n.at, what: asInterface, methods: e.get("methods").list()})
	}
	if n := e.get("call"); n != nil {
		c.called(n, e.get("argument"))
	} else if a := e.get("argument"); a != nil {
		ps.add(a.at, "argument goes with call: remove it, or name the call")
	}
	switch methods := e.get("methods"); {
	case e.get("interface") != nil && methods == nil:
		ps.add(e.get("interface").at, "an interface needs methods: say which of them are entry points")
	case e.get("interface") == nil && methods != nil:
		ps.add(methods.at, "methods go with interface: remove them, or name the interface")
	}
}
