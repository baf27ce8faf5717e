package report

// paint colours text for a terminal, or leaves it as it is.
type paint struct{ on bool }

func (p paint) bold(s string) string   { return p.wrap("1", s) }
func (p paint) faint(s string) string  { return p.wrap("2", s) }
func (p paint) red(s string) string    { return p.wrap("31", s) }
func (p paint) green(s string) string  { return p.wrap("32", s) }
func (p paint) yellow(s string) string { return p.wrap("33", s) }

func (p paint) severity(severity, s string) string {
	if severity == "error" {
		return p.red(s)
	}
	return p.yellow(s)
}

func (p paint) wrap(code, s string) string {
	if !p.on || s == "" {
		return s
	}
	return "\x1b[" + code + "m" + s + "\x1b[0m"
}
