package config

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/sessionlint/sessionlint/analyzer/rule"
)

// Show prints the settings that hold, as a configuration file: what the file
// says, and the defaults where it says nothing.
func (c *Config) Show() string {
	var b strings.Builder
	policy, err := rule.ParsePolicy(c.Policy)
	if err != nil { // checked when it was read
		policy = rule.Policy{}
	}
	fmt.Fprintf(&b, "policy:\n  request: %s\n  stream: %s\n", policy.Request, policy.Stream)
	fmt.Fprintf(&b, "families: %s\n", scalar(or(c.Families, "default")))
	fmt.Fprintf(&b, "scope: %s\n", or(c.Scope, "request"))
	fmt.Fprintf(&b, "tests: %t\n", c.Tests != nil && *c.Tests)
	b.WriteString("rules:\n")
	for _, r := range rule.All() {
		setting := c.Rules[r.ID]
		if setting == "" || setting == "on" {
			setting = r.Severity
		}
		fmt.Fprintf(&b, "  %s: %s # %s\n", r.ID, setting, r.Name)
	}
	for _, key := range []string{"exclude", "baseline", "catalog", "approve"} {
		if n := c.root.get(key); n != nil {
			b.WriteString(key + ":")
			n.write(&b, 1)
		}
	}
	return b.String()
}

func or(s, otherwise string) string {
	if s == "" {
		return otherwise
	}
	return s
}

// write prints a value behind a key or dash, and ends the line.
func (n *node) write(b *strings.Builder, depth int) {
	indent := strings.Repeat("  ", depth)
	switch n.kind {
	case listNode:
		b.WriteByte('\n')
		for _, item := range n.items {
			b.WriteString(indent + "-")
			if item.kind != mapNode {
				item.write(b, depth+1)
				continue
			}
			for i, p := range item.pairs {
				if i == 0 {
					b.WriteString(" " + p.name + ":")
				} else {
					b.WriteString(indent + "  " + p.name + ":")
				}
				p.value.write(b, depth+2)
			}
		}
	case mapNode:
		b.WriteByte('\n')
		for _, p := range n.pairs {
			b.WriteString(indent + p.name + ":")
			p.value.write(b, depth+1)
		}
	case textNode:
		b.WriteString(" " + scalar(n.text) + "\n")
	default:
		b.WriteString(" " + n.text + "\n")
	}
}

// scalar writes a text plainly when that cannot be read as anything else.
func scalar(s string) string {
	for i, c := range s {
		letter := 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
		if !letter && (i == 0 || !strings.ContainsRune("0123456789./-_ ,()*", c)) {
			return strconv.Quote(s)
		}
	}
	switch strings.ToLower(s) {
	case "", "true", "false", "null", "yes", "no", "on", "off", "y", "n":
		return strconv.Quote(s)
	}
	if s != strings.TrimSpace(s) {
		return strconv.Quote(s)
	}
	return s
}
