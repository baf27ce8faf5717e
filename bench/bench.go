package main

// bench is one run of this program.
type bench struct {
	work  string
	runs  int
	tools *tools
}

// states are what a tool can find when it starts.
var states = []string{"cold", "warm", comment, api}

// subject is a tool to measure: what to run in the i-th run of a state.
type subject struct {
	name   string
	states []string
	run    func(state string, i int) command
}

func (b *bench) tree(t *tree) (*result, error) {
	r := &result{tree: t, runs: b.runs, costs: map[string]map[string]cost{}, before: load()}
	broken, err := b.warmUp(t)
	if err != nil {
		return nil, err
	}
	r.broken = broken
	for _, s := range b.subjects(t) {
		r.names = append(r.names, s.name)
		r.costs[s.name] = map[string]cost{}
		for _, state := range s.states {
			say("%s: %s, %s", t.name, s.name, state)
			c, err := least(b.runs, func(i int) (command, error) {
				if state == comment || state == api {
					if err := t.edit(state); err != nil {
						return command{}, err
					}
				}
				return s.run(state, i), nil
			})
			if err != nil {
				return nil, err
			}
			r.costs[s.name][state] = c
		}
		if err := t.restore(); err != nil {
			return nil, err
		}
	}
	r.after = load()
	say("%s: facts", t.name)
	if r.facts, err = b.factSizes(t); err != nil {
		return nil, err
	}
	r.summaries, err = summariesIn(t.cache("sizes", 0))
	return r, err
}

// warmUp compiles everything, for all tools alike. broken is whether some of
// the tree does not compile.
func (b *bench) warmUp(t *tree) (broken bool, err error) {
	say("%s: compiling", t.name)
	if _, err := (command{dir: t.dir, args: []string{"go", "build", "./..."}}).run(); err != nil {
		say("%v", err)
		broken = true
	}
	for _, args := range [][]string{
		{"go", "vet", "-vettool=" + b.tools.noop[b.runs], "./..."},
		{b.tools.sessionlint[0], "-cache=" + t.cache("sizes", 0), "./..."},
	} {
		if _, err := (command{dir: t.dir, args: args, ok: []int{1}}).run(); err != nil {
			return broken, err
		}
	}
	return broken, nil
}

// beginning is what a run begins with: cold runs have caches of their own, and
// the other runs those of the last cold one.
func (b *bench) beginning(state string, i int) int {
	if state == "cold" {
		return i
	}
	return b.runs - 1
}

func (b *bench) subjects(t *tree) []subject {
	vet := func(builds []string) func(string, int) command {
		return func(state string, i int) command {
			return command{dir: t.dir, args: []string{"go", "vet", "-vettool=" + builds[b.beginning(state, i)], "./..."}, ok: []int{1}}
		}
	}
	return []subject{
		{goListName, []string{"warm"}, func(string, int) command {
			return command{dir: t.dir, args: []string{"go", "list", "-deps", "-json", "./..."}, ok: []int{1}}
		}},
		{sessionlintName, states, func(state string, i int) command {
			cache := t.cache("sessionlint", b.beginning(state, i))
			return command{dir: t.dir, args: []string{b.tools.sessionlint[0], "-cache=" + cache, "./..."}, ok: []int{1}}
		}},
		{noopName, states, vet(b.tools.noop)},
		{vetName, states, vet(b.tools.sessionlint)},
		{staticcheckName, states, func(state string, i int) command {
			return command{
				dir: t.dir, args: []string{b.tools.staticcheck, "-tests=false", "./..."}, ok: []int{1},
				env: []string{"STATICCHECK_CACHE=" + t.cache("staticcheck", b.beginning(state, i))},
			}
		}},
		{deadcodeName, []string{"cold"}, func(string, int) command {
			return command{dir: t.dir, args: []string{b.tools.deadcode, "./..."}}
		}},
	}
}
