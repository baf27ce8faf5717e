package cli

import (
	"os"
	"syscall"
	"unsafe"
)

// terminalWidth asks the console for its columns; 0 means that it is none.
func terminalWidth(f *os.File) int {
	// CONSOLE_SCREEN_BUFFER_INFO: the window is the rectangle that is visible.
	var info struct {
		size, cursor             struct{ x, y int16 }
		attributes               uint16
		left, top, right, bottom int16
		largest                  struct{ x, y int16 }
	}
	ask := syscall.NewLazyDLL("kernel32.dll").NewProc("GetConsoleScreenBufferInfo")
	if ok, _, _ := ask.Call(f.Fd(), uintptr(unsafe.Pointer(&info))); ok == 0 {
		return 0
	}
	return int(info.right-info.left) + 1
}
