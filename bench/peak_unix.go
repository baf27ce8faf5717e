//go:build unix

package main

import (
	"os"
	"runtime"
	"syscall"
)

// peak is the resident memory of a process, or of the largest that it waited
// for, in bytes.
func peak(s *os.ProcessState) int64 {
	u, ok := s.SysUsage().(*syscall.Rusage)
	switch {
	case !ok:
		return 0
	case runtime.GOOS == "darwin":
		return int64(u.Maxrss)
	}
	return int64(u.Maxrss) * 1024
}
