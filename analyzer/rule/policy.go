package rule

import (
	"fmt"
	"strings"
)

// Strictness is how sessions and transactions on a request path are judged.
// Pools and connections are judged the same under every policy.
type Strictness uint8

const (
	Standard Strictness = iota // a handler is given its session; deeper, a unit of work is right
	Strict                     // every session needs a declared provider
	Relaxed                    // sessions are not judged by where they are taken
)

func (s Strictness) String() string { return [...]string{"standard", "strict", "relaxed"}[s] }

// Policy is the strictness for requests and for streams.
type Policy struct{ Request, Stream Strictness }

// String is the form that ParsePolicy reads.
func (p Policy) String() string {
	if p.Request == p.Stream {
		return p.Request.String()
	}
	return "request=" + p.Request.String() + ",stream=" + p.Stream.String()
}

// ParseScope reads the scope of the rules of what is held: whether they speak of
// all code, or only of request and stream paths.
func ParseScope(s string) (all bool, err error) {
	switch s {
	case "", "request":
		return false, nil
	case "all":
		return true, nil
	}
	return false, fmt.Errorf("unknown scope %q: want request or all", s)
}

// ParsePolicy reads "strict", or "request=standard,stream=strict".
func ParsePolicy(s string) (Policy, error) {
	var p Policy
	if s == "" {
		return p, nil
	}
	for _, part := range strings.Split(s, ",") {
		key, val, both := strings.Cut(part, "=")
		if !both {
			key, val = "", part
		}
		level, err := parseStrictness(val)
		if err != nil {
			return Policy{}, err
		}
		switch key {
		case "":
			p.Request, p.Stream = level, level
		case "request":
			p.Request = level
		case "stream":
			p.Stream = level
		default:
			return Policy{}, fmt.Errorf("unknown path kind %q in policy: want request or stream", key)
		}
	}
	return p, nil
}

func parseStrictness(s string) (Strictness, error) {
	for _, l := range []Strictness{Standard, Strict, Relaxed} {
		if s == l.String() {
			return l, nil
		}
	}
	return 0, fmt.Errorf("unknown policy %q: want standard, strict or relaxed", s)
}
