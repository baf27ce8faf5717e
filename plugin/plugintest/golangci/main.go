// Command golangci is golangci-lint with the plugin linked in, as anybody
// would build it by hand.
package main

import (
	"fmt"
	"os"

	"github.com/golangci/golangci-lint/v2/pkg/commands"
	"github.com/golangci/golangci-lint/v2/pkg/exitcodes"

	_ "github.com/sessionlint/sessionlint/plugin"
)

func main() {
	// A version that is none makes golangci-lint key its cache with the content
	// of the program. With a constant version it would go on showing what an
	// earlier plugin found.
	info := commands.BuildInfo{GoVersion: "unknown", Version: "(devel)", Commit: "unknown", Date: "unknown"}
	if err := commands.Execute(info); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(exitcodes.Failure)
	}
}
