// Command bench measures sessionlint beside the go command, go vet with a tool
// that does nothing, staticcheck and deadcode, on the same trees in one run,
// and compares the figures with the aims.
//
// In: modules at pinned versions, directories, or sizes of programs to
// generate. Out: tables in Markdown on
// standard output; what is being done on standard error.
package main

import (
	"flag"
	"fmt"
	"os"
	"os/signal"
	"syscall"
)

// defaultTrees need nothing that this benchmark does not need anyway: two of
// its tools, and a web service of the size that the memory aim speaks of.
func defaultTrees(t *tools) []string {
	return []string{
		"honnef.co/go/tools@" + t.staticcheckVersion,
		"golang.org/x/tools@" + deadcodeVersion,
		"generated:300000",
	}
}

// quickTrees take a few minutes.
var quickTrees = []string{"generated:50000"}

func main() {
	if recording() {
		os.Exit(record(os.Args[1:]))
	}
	root := flag.String("root", "..", "directory of sessionlint's module")
	quick := flag.Bool("quick", false, "one run of everything, and a small program when none is named")
	runs := flag.Int("runs", 3, "runs of everything; the one with the least CPU time counts")
	flag.Usage = func() {
		fmt.Fprintln(flag.CommandLine.Output(), "usage: bench/run [-quick] [-runs=N] [MODULE@VERSION | DIRECTORY | generated:LINES]…")
		flag.PrintDefaults()
	}
	flag.Parse()
	trees := flag.Args()
	if *quick {
		*runs = 1
	}
	if len(trees) == 0 && *quick {
		trees = quickTrees
	}
	if err := benchmark(*root, max(*runs, 1), trees); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func benchmark(root string, runs int, trees []string) error {
	work, err := os.MkdirTemp("", "sessionlint-bench-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(work)
	removeWhenStopped(work)
	b := &bench{work: work, runs: runs}
	if b.tools, err = install(root, work, runs); err != nil {
		return err
	}
	if len(trees) == 0 {
		trees = defaultTrees(b.tools)
	}
	fmt.Print(b.heading())
	for i, name := range trees {
		t, err := fetch(name, fmt.Sprintf("%s/tree%d", work, i))
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		r, err := b.tree(t)
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		fmt.Print(r)
		t.remove()
	}
	return nil
}

// removeWhenStopped clears up after an interrupt, too: the copies and caches
// are large.
func removeWhenStopped(dir string) {
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM)
	go func() {
		<-stop
		os.RemoveAll(dir)
		os.Exit(1)
	}()
}

func say(format string, args ...any) { fmt.Fprintf(os.Stderr, "bench: "+format+"\n", args...) }
