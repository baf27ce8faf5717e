package cli

import (
	"fmt"
	"runtime"
	"runtime/debug"
)

// runVersion prints which sessionlint this is.
func runVersion(args []string, env Env) int {
	if wantsHelp(args) {
		return env.print(usage("version"))
	}
	if len(args) > 0 {
		return env.fail(errUnwanted.of("version"))
	}
	return env.print(fmt.Sprintf("sessionlint %s (%s %s/%s)\n", version(), runtime.Version(), runtime.GOOS, runtime.GOARCH))
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
