package cli

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"runtime/debug"
	"strings"
	"time"

	"github.com/sessionlint/sessionlint/analyzer/policy/config"
	"github.com/sessionlint/sessionlint/analyzer/report"
	"github.com/sessionlint/sessionlint/analyzer/rule"
)

// runAnalysis is the plain run, and the audit, which shows more of the same.
func runAnalysis(ctx context.Context, name string, args []string, env Env, e Engine) int {
	o, err := parseFlags(name, args)
	if errors.Is(err, flag.ErrHelp) {
		return env.print(usage(name))
	}
	if err != nil {
		return env.fail(err)
	}
	q, err := validate(o, e)
	if err != nil {
		return env.fail(err)
	}
	if o.watch {
		return watch(ctx, o, env, func() { runOnce(ctx, q, o, env, e) })
	}
	return runOnce(ctx, q, o, env, e)
}

// runOnce analyses, writes the result and returns the exit status.
func runOnce(ctx context.Context, q Query, o options, env Env, e Engine) int {
	start := env.Now()
	stages := &timings{now: env.Now}
	res, err := analyze(ctx, q, o, stages, env, e)
	if err != nil {
		return env.fail(err)
	}
	took := stages.String()
	known := res.Baseline
	left := 0
	if o.since != "" {
		if left, err = keepChanged(res, o.since); err != nil {
			return env.fail(err)
		}
	}
	var done fixed
	if o.fix || o.diff {
		if done, err = applyFixes(res, o.fix); err != nil {
			return env.fail(err)
		}
	}
	err = env.write(func(w io.Writer) error {
		if o.diff {
			return done.diff(w)
		}
		return write(w, res, o, env)
	})
	if err != nil {
		return env.fail(err)
	}
	fail, err := parseFailOn(o.failOn, e.Rules())
	if err != nil {
		return env.fail(err)
	}
	counted := 0
	for i := range res.Report.Findings {
		if fail.counts(&res.Report.Findings[i]) {
			counted++
		}
	}
	env.note(o, res, counted, env.Now().Sub(start))
	env.noteApplied(o, done)
	env.noteVerbose(o, took, left)
	env.noteFixed(o, known)
	if counted > 0 {
		return exitFindings
	}
	return exitClean
}

func analyze(ctx context.Context, q Query, o options, stages *timings, env Env, e Engine) (_ *Result, err error) {
	// Go would end a panicking program with the status of wrong usage.
	defer func() {
		if cause := recover(); cause != nil {
			_, _ = env.Stderr.Write(debug.Stack())
			err = errInternal.of(cause)
		}
	}()
	q.Progress = func(stage string, _, _ int) { stages.enter(stage) }
	if !o.quiet && env.StderrTerminal && env.Getenv("TERM") != "dumb" {
		p := startProgress(env.Stderr)
		defer p.stop()
		q.Progress = func(stage string, done, total int) {
			stages.enter(stage)
			p.update(stage, done, total)
		}
	}
	q.Today = env.Now().Format(time.DateOnly)
	res, err := e.Analyze(ctx, q)
	if err == nil {
		return res, nil
	}
	var known *userError
	var wrong config.Problems
	if errors.As(err, &known) || errors.As(err, &wrong) {
		return nil, err
	}
	if ctx.Err() != nil {
		return nil, errInterrupted.of()
	}
	return nil, errNotLoaded.of(err, strings.Join(q.Patterns, " "))
}

// write writes the result in the format that was asked for.
func write(w io.Writer, res *Result, o options, env Env) error {
	r := *res.Report
	switch {
	case !o.audit:
		r.Acquisitions, r.Approvals, r.EntryPoints, r.Unseen = nil, nil, nil, nil
	case r.Acquisitions == nil:
		r.Acquisitions = []rule.Acquisition{}
	}
	r.Characters = report.Characters(r.Findings, sourceBelow(res.Root))
	format, err := findFormat(o.format)
	if err != nil {
		return err
	}
	return format.Write(w, &r, report.Options{
		TextOptions: report.TextOptions{Color: env.color(), Width: env.width(), Verbose: o.verbose, Link: env.linker(res.Root)},
		Searched:    res.Searched, Version: version(), Source: sourceBelow(res.Root),
	})
}

// note says on standard error what the run came to, for a person who sees no
// output or a long one.
func (env Env) note(o options, res *Result, counted int, took time.Duration) {
	if o.quiet {
		return
	}
	for _, w := range res.Warnings {
		env.warn(w)
	}
	if f, err := findFormat(o.format); err == nil {
		env.warn(incompleteUntold(f, res.Report))
	}
	if o.verbose {
		s := res.Searched
		fmt.Fprintf(env.Stderr, "sessionlint: read %d packages, %d of them from the cache, left out %d, in %.1fs\n",
			s.Read, res.FromCache, s.Pruned, took.Seconds())
	}
	if o.audit || o.format != "text" {
		return // the audit has its own conclusion; programs count themselves
	}
	fmt.Fprintf(env.Stderr, "sessionlint: %s in %s%s\n",
		plural(len(res.Report.Findings), "finding"), plural(res.Searched.Matched, "package"),
		notCounted(len(res.Report.Findings)-counted, o.failOn)+inBaseline(res.Baseline))
}

// noteVerbose says where the time went, and what -changed-since left out.
func (env Env) noteVerbose(o options, took string, left int) {
	if !o.quiet && left > 0 {
		fmt.Fprintf(env.Stderr, "sessionlint: left out %s whose path did not change since %s\n", plural(left, "finding"), o.since)
	}
	if o.verbose && took != "" {
		fmt.Fprintf(env.Stderr, "sessionlint: %s\n", took)
	}
}

func notCounted(n int, failOn string) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprintf(", %d of them not counted by -fail-on=%s", n, failOn)
}

func plural(n int, what string) string {
	switch n {
	case 0:
		return "no " + what + "s"
	case 1:
		return "1 " + what
	}
	if rest, ok := strings.CutSuffix(what, "y"); ok {
		return fmt.Sprintf("%d %sies", n, rest)
	}
	return fmt.Sprintf("%d %ss", n, what)
}
