package main

import (
	"fmt"
	"os"
	"runtime"
	"strings"
	"time"
)

// What is measured, as the tables name it.
const (
	goListName      = "go list -deps -json"
	sessionlintName = "sessionlint"
	noopName        = "go vet, no-op tool"
	vetName         = "go vet, sessionlint"
	staticcheckName = "staticcheck"
	deadcodeName    = "deadcode"
)

// result is what was measured of a tree.
type result struct {
	tree          *tree
	runs          int
	names         []string
	costs         map[string]map[string]cost // by name and state
	facts         factSizes
	summaries     summarySizes
	before, after string // load of the machine
	broken        bool   // some of the tree does not compile
}

func (b *bench) heading() string {
	return fmt.Sprintf(`%s, %d CPUs of %s/%s, staticcheck %s, deadcode %s. Each cell: wall s / CPU s (user and system) / MB at the peak of the
largest process; of %d runs the least time and the most memory.

* cold: the build cache is warm for all of them. sessionlint and staticcheck begin with an empty cache of their own, go vet with a
  tool that it has not seen before, deadcode with nothing as always.
* warm: the same again.
* comment, API: a comment, or an exported function, was added to one file. The time of go vet and staticcheck includes what the go
  command compiles for them.

`, runtime.Version(), runtime.NumCPU(), runtime.GOOS, runtime.GOARCH, b.tools.staticcheckVersion, deadcodeVersion, b.runs)
}

func (r *result) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "\n### %s\n\n%s\n\n", r.tree.name, r.tree)
	if r.broken {
		b.WriteString("Some of it does not compile here; go vet and staticcheck are measured on the rest.\n\n")
	}
	fmt.Fprintf(&b, "| | %s |\n|---|%s\n", strings.Join(states, " | "), strings.Repeat("---|", len(states)))
	for _, name := range r.names {
		fmt.Fprintf(&b, "| %s |", name)
		for _, state := range states {
			cell := "–"
			if c, ok := r.costs[name][state]; ok {
				cell = c.String()
			}
			fmt.Fprintf(&b, " %s |", cell)
		}
		b.WriteByte('\n')
	}
	fmt.Fprintf(&b, "\n| aim | figure | |\n|---|---|---|\n")
	for _, a := range r.aims() {
		fmt.Fprintf(&b, "| %s | %s | %s |\n", a.what, a.figure, a.verdict())
	}
	fmt.Fprintf(&b, "\nFacts: %s, %s with test variants, the largest %s. Summaries: %s, %s compressed as facts are.\n",
		size(r.facts.plain), size(r.facts.all), size(r.facts.largest), size(r.summaries.stored), size(r.summaries.compressed))
	if r.before != "" {
		fmt.Fprintf(&b, "Load of the machine before and after: %s, %s.\n", r.before, r.after)
	}
	return b.String()
}

func (c cost) String() string {
	return fmt.Sprintf("%s / %s / %d", seconds(c.wall), seconds(c.cpu), c.memory/1e6)
}

func seconds(d time.Duration) string { return fmt.Sprintf("%.2f", d.Seconds()) }

func size(bytes int64) string { return fmt.Sprintf("%.2f MB", float64(bytes)/1e6) }

// aim is what is aimed at, and whether it is met.
type aim struct {
	what, figure string
	met          bool
}

func (a aim) verdict() string {
	if a.met {
		return "met"
	}
	return "missed"
}

const memoryAim = 500e6 // bytes

func (r *result) aims() []aim {
	at := func(name, state string) cost { return r.costs[name][state] }
	cold, warm := at(sessionlintName, "cold"), at(sessionlintName, "warm")
	list := at(goListName, "warm")
	return []aim{
		ratio("cold CPU at most 0.25 of staticcheck's", cold.cpu.Seconds(), at(staticcheckName, "cold").cpu.Seconds(), 0.25),
		ratio("warm CPU at most 1.6 of go list's", warm.cpu.Seconds(), list.cpu.Seconds(), 1.6),
		ratio("warm wall time at most 1.6 of go list's", warm.wall.Seconds(), list.wall.Seconds(), 1.6),
		{
			"peak memory at most 500 MB for 300,000 lines",
			fmt.Sprintf("%d MB for %s", cold.memory/1e6, thousands(r.tree.lines)), cold.memory <= memoryAim,
		},
		ratio("go vet mode, cold CPU at most 1.3 of the no-op tool's", at(vetName, "cold").cpu.Seconds(), at(noopName, "cold").cpu.Seconds(), 1.3),
		ratio("all facts at most 10 of all summaries, both compressed", float64(r.facts.plain), float64(r.summaries.compressed), 10),
		ratio("all facts at most 10 of all summaries, as both are kept", float64(r.facts.plain), float64(r.summaries.stored), 10),
	}
}

func ratio(what string, a, b, limit float64) aim {
	return aim{what, fmt.Sprintf("%.2f", a/b), a <= limit*b}
}

// load is the number of tasks that ran in the last minute, where that is told.
func load() string {
	data, err := os.ReadFile("/proc/loadavg")
	if err != nil {
		return ""
	}
	first, _, _ := strings.Cut(string(data), " ")
	return first
}
