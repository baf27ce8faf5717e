package cli

import (
	"errors"
	"flag"
	"fmt"
	"strings"

	"github.com/sessionlint/sessionlint/analyzer/report"
	"github.com/sessionlint/sessionlint/analyzer/rule"
)

const explainHelp = `usage: sessionlint explain [RULE]

Prints what a rule reports, why, and what to do, with a wrong and a right
example. The rule is named by its id or its name: SL101, pool-per-request.
Without one, lists the rules.
`

// runExplain prints the documentation of a rule.
func runExplain(args []string, env Env) int {
	if _, err := checkFlags(newFlagSet("explain"), args); errors.Is(err, flag.ErrHelp) {
		return env.print(usage("explain"))
	} else if err != nil {
		return env.fail(err)
	}
	switch len(args) {
	case 0:
		return env.print(ruleList())
	case 1:
	default:
		return env.fail(errExplainArguments.of(strings.Join(args, " ")))
	}
	var names []string
	for _, r := range rule.All() {
		if strings.EqualFold(args[0], r.ID) || strings.EqualFold(args[0], r.Name) {
			return env.print(fmt.Sprintf("%s %s (%s)\n\n%s\n", r.ID, r.Name, r.Severity, report.PlainHelp(r)))
		}
		names = append(names, r.ID, r.Name)
	}
	return env.fail(errUnknownRule.of(args[0], didYouMean(args[0], names)))
}

func ruleList() string {
	var b strings.Builder
	for _, r := range rule.All() {
		fmt.Fprintf(&b, "%-7s%-24s%-9s%s\n", r.ID, r.Name, r.Severity, r.Title)
	}
	return b.String()
}

func ruleIDs() []string {
	var out []string
	for _, r := range rule.All() {
		out = append(out, r.ID)
	}
	return out
}
