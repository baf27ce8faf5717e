package cli

import (
	"flag"
	"fmt"
	"strings"

	"github.com/sessionlint/sessionlint/analyzer/report"
	"github.com/sessionlint/sessionlint/analyzer/rule"
)

// declareFormat declares -format.
func declareFormat(fs *flag.FlagSet, value *string) {
	names := formatNames()
	fs.StringVar(value, "format", names[0], fmt.Sprintf("output `format`: text for people, json for programs, markdown and html for\nreviewers, and for CI\n%s", strings.Join(names[4:], ", ")))
}

func formatNames() []string {
	var names []string
	for _, f := range report.Formats() {
		names = append(names, f.Name)
	}
	return names
}

func findFormat(name string) (report.Format, error) {
	f, ok := report.FindFormat(name)
	if !ok {
		names := formatNames()
		last := len(names) - 1
		return f, errBadFormat.of(name, didYouMean(name, names), strings.Join(names[:last], ", ")+" or "+names[last])
	}
	return f, nil
}

// incompleteUntold is a warning for a format that has no place for packages
// that could not be analysed in full, or "".
func incompleteUntold(f report.Format, r *rule.Report) string {
	if f.ListsIncomplete || len(r.Incomplete) == 0 {
		return ""
	}
	return fmt.Sprintf("%s not analysed in full, which -format=%s does not say and -format=text does",
		plural(len(r.Incomplete), "package"), f.Name)
}
