package cli

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"strings"
)

// runVersion prints which sessionlint this is.
func runVersion(args []string, env Env) int {
	if wantsHelp(args) {
		return env.print(usage("version"))
	}
	if len(args) > 0 {
		return env.fail(errUnwanted.of("version"))
	}
	return env.print(fmt.Sprintf("sessionlint %s (%s %s/%s)\n", version(), runtime.Version(), runtime.GOOS, runtime.GOARCH) + buildDetails())
}

// buildDetails says of which source this is: the commit, and the module that
// decides whether facts of other programs can be read.
func buildDetails() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return ""
	}
	set := map[string]string{}
	for _, s := range info.Settings {
		set[s.Key] = s.Value
	}
	var b strings.Builder
	if commit := set["vcs.revision"]; commit != "" {
		fmt.Fprintf(&b, "commit %s of %s", commit, set["vcs.time"])
		if set["vcs.modified"] == "true" {
			b.WriteString(", with changes")
		}
		b.WriteByte('\n')
	}
	for _, dep := range info.Deps {
		if dep.Path == "golang.org/x/tools" {
			fmt.Fprintf(&b, "with %s %s\n", dep.Path, dep.Version)
		}
	}
	return b.String()
}

// version is that of the module, as the go command recorded it, or the commit
// of a build from a work tree.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "(unknown)"
	}
	if v := info.Main.Version; v != "" && v != "(devel)" {
		return v
	}
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" {
			return "devel " + s.Value
		}
	}
	return "devel"
}
