package config

import (
	"strings"

	"github.com/sessionlint/sessionlint/analyzer/catalog"
	"github.com/sessionlint/sessionlint/analyzer/rule"
)

// decode fills the configuration from what the description accepts of a tree, and
// reports what only the values together show.
func (c *Config) decode(n *node, ps *problems) {
	c.root = n
	if p := n.get("policy").right(); p != nil {
		c.Policy = policyOf(p)
	}
	if f := n.get("families").right(); f != nil {
		c.Families = familiesOf(f)
		checkFamilies(f, ps)
	}
	if s := n.get("scope").right(); s != nil {
		c.Scope = s.text
	}
	if t := n.get("tests").right(); t != nil {
		on := isTrue(t)
		c.Tests = &on
	}
	c.decodeRules(n.get("rules"), ps)
	for _, g := range n.get("exclude").list() {
		c.Exclude, c.excluded = append(c.Exclude, g.text), append(c.excluded, g.at)
	}
	once(n.get("exclude"), "", ps)
	if b := n.get("baseline"); b != nil {
		c.Baseline = b.text
	}
	c.decodeCatalog(n.get("catalog"), ps)
	c.decodeApprovals(n.get("approve"), ps)
}

func policyOf(n *node) string {
	if n.kind == textNode {
		return n.text
	}
	var parts []string
	for _, p := range n.pairs {
		parts = append(parts, p.name+"="+p.value.text)
	}
	return strings.Join(parts, ",")
}

func checkFamilies(n *node, ps *problems) {
	names := []*node{n}
	if n.kind == listNode {
		names = n.items
		once(n, "", ps)
	}
	for _, name := range names {
		if err := catalog.CheckFamilies(name.text); err != nil {
			ps.add(name.at, "%v (docs/recognised.md lists them)", err)
		}
	}
}

func (c *Config) decodeRules(n *node, ps *problems) {
	if n == nil {
		return
	}
	at := map[string]pair{}
	for _, p := range n.pairs {
		if p.value.bad {
			continue
		}
		r := findRule(p.name)
		if first, twice := at[r.ID]; twice {
			ps.add(p.at, "%s is %s, which is set as %s already: remove one of the two", p.name, r.ID, first.name)
			continue
		}
		at[r.ID] = p
		c.Rules[r.ID] = p.value.text
	}
}

// once reports what a list says twice. key names the value that tells items
// apart, when they are mappings.
func once(n *node, key string, ps *problems) {
	seen := map[string]Place{}
	for _, item := range n.list() {
		if key != "" {
			item = item.get(key)
		}
		if item == nil {
			continue
		}
		if first, twice := seen[item.text]; twice {
			if first.Line > 0 {
				ps.add(item.at, "%s is listed already at line %d: remove one of the two", item.text, first.Line)
			} else {
				ps.add(item.at, "%s is listed already as %s: remove one of the two", item.text, first.Path)
			}
			continue
		}
		seen[item.text] = item.at
	}
}

func (c *Config) decodeApprovals(n *node, ps *problems) {
	for _, kind := range [][2]string{{"providers", "provider"}, {"background", "background"}} {
		key, what := kind[0], kind[1]
		once(n.get(key), "symbol", ps)
		for _, e := range n.get(key).list() {
			d := rule.Declared{By: "config", What: what, Symbol: e.get("symbol").text, Reason: e.get("reason").text, Position: c.position(e.get("symbol").at)}
			if o := e.get("owner"); o != nil {
				d.Owner = o.text
			}
			if u := e.get("until"); u != nil {
				d.Until = u.text
			}
			d.OnRequest = e.get("on") != nil
			c.Declared = append(c.Declared, d)
			c.name(e.get("symbol"), asFunc)
		}
	}
}

func isTrue(n *node) bool { return strings.EqualFold(n.text, "true") }
