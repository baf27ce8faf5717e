package report

import (
	"path"
	"strings"
)

// Names of the directories that a relative uri begins at. Code scanning takes
// %SRCROOT% for the repository; the other two are in no repository.
const (
	srcRoot  = "%SRCROOT%"
	modCache = "GOMODCACHE"
	goRoot   = "GOROOT"
)

// uriBases describes the directories instead of naming them, because a report
// is the same on every machine.
func uriBases() map[string]sarifBase {
	return map[string]sarifBase{
		srcRoot:  {sarifText{Text: "the root of the analysed module or workspace"}},
		modCache: {sarifText{Text: "the module cache, as go env GOMODCACHE prints it"}},
		goRoot:   {sarifText{Text: "the Go installation, as go env GOROOT prints it"}},
	}
}

// locate is the uri of a file as reports name it (see rule.Position): files of
// other modules begin with module@version; those of packages that have no such
// name, the standard library's above all, lie in a directory named as the
// package of their function is.
func locate(file, function string, names namer) sarifArtifact {
	if path.IsAbs(file) {
		return sarifArtifact{URI: "file://" + escapePath(file)}
	}
	if cached, ok := inModCache(file); ok {
		return sarifArtifact{escapePath(cached), modCache}
	}
	dir, bare := path.Dir(file), strings.TrimLeft(function, "(*")
	if strings.HasPrefix(bare, dir+".") && !names.owns(dir) {
		if first, _, _ := strings.Cut(dir, "/"); strings.Contains(first, ".") {
			return sarifArtifact{escapePath(file), modCache}
		}
		return sarifArtifact{"src/" + escapePath(file), goRoot}
	}
	return sarifArtifact{escapePath(file), srcRoot}
}

// owns reports whether a package path is one of the analysed modules'.
func (n namer) owns(pkg string) bool {
	for _, m := range n.modules {
		if pkg == m.path || strings.HasPrefix(pkg, m.path+"/") {
			return true
		}
	}
	return false
}

// inModCache is where "module@version/dir/file.go" lies in the module cache:
// there an upper-case letter of a module's name or version is written as an
// exclamation mark and the lower-case one (go.dev/ref/mod, "Module cache").
func inModCache(file string) (string, bool) {
	module, rest, ok := strings.Cut(file, "@v")
	if !ok || rest == "" || rest[0] < '0' || rest[0] > '9' || !strings.Contains(module, ".") {
		return "", false
	}
	version, rest, _ := strings.Cut(rest, "/")
	var b strings.Builder
	for _, c := range module + "@v" + version {
		if 'A' <= c && c <= 'Z' {
			b.WriteByte('!')
			c += 'a' - 'A'
		}
		b.WriteRune(c)
	}
	return b.String() + "/" + rest, true
}

// escapePath writes a path as a relative uri, byte by byte. A colon is escaped
// too, which would otherwise end a scheme.
func escapePath(p string) string {
	const plain = "-._~/@!+,="
	var b strings.Builder
	for i := range len(p) {
		c := p[i]
		switch {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9', strings.IndexByte(plain, c) >= 0:
			b.WriteByte(c)
		default:
			b.WriteString("%" + strings.ToUpper(hex(c)))
		}
	}
	return b.String()
}
