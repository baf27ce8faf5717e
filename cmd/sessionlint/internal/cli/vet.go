package cli

import "strings"

// spokenToByVet recognises how the go command speaks to a vet tool: -V=full
// for its identity, -flags for its flags, and one *.cfg file after them for
// each package.
func spokenToByVet(args []string) bool {
	if len(args) == 0 {
		return false
	}
	if len(args) == 1 && (args[0] == "-V=full" || args[0] == "-flags") {
		return true
	}
	last := len(args) - 1
	for _, arg := range args[:last] {
		if !isFlag(arg) {
			return false
		}
	}
	return strings.HasSuffix(args[last], ".cfg") && !isFlag(args[last])
}
