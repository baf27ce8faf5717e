package cli

import (
	"fmt"
	"strings"
	"time"
)

// timings is how long the stages of a run took. Stages follow each other.
type timings struct {
	now    func() time.Time
	stages []stageTime
}

type stageTime struct {
	name string
	from time.Time
}

func (t *timings) enter(stage string) {
	if n := len(t.stages); n == 0 || t.stages[n-1].name != stage {
		t.stages = append(t.stages, stageTime{stage, t.now()})
	}
}

// String is such as "listing packages 0.3s, reading packages 1.0s".
func (t *timings) String() string {
	var out []string
	end := t.now()
	for i := len(t.stages) - 1; i >= 0; i-- {
		s := t.stages[i]
		out = append([]string{fmt.Sprintf("%s %.1fs", stageWords(s.name), end.Sub(s.from).Seconds())}, out...)
		end = s.from
	}
	return strings.Join(out, ", ")
}

// stageWords says what a stage does.
func stageWords(stage string) string {
	switch stage {
	case "", "list":
		return "listing packages"
	case "summarise":
		return "reading packages"
	case "link":
		return "following calls"
	}
	return stage
}
