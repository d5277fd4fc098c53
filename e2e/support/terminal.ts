import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eventually } from '@/lib/testing'

const COLUMNS = 100
const ROWS = 48
/** Between the text before and after the cursor, in the text that patterns are compared with. */
export const CURSOR = '▮'
/** Reads of the screen that are equal once a program has drawn it. */
const EQUAL_READS = 3
/** Keys pressed at most until the cursor is at a link or field: more than a page has. */
const TABS_MAX = 250

/** A program in a pseudo-terminal, by tmux: takes keys, and returns the screen as a person sees it. */
export class Terminal {
	readonly #home = mkdtempSync(join(tmpdir(), 'square-terminal-'))

	/** Starts a program in a home folder of its own. */
	constructor(command: string, args: string[]) {
		const size = ['-x', String(COLUMNS), '-y', String(ROWS)]
		this.#tmux('new-session', '-d', ...size, '--', command, ...args)
	}

	#tmux(...args: string[]): string {
		const { stdout, stderr, status, error } = spawnSync(
			'tmux',
			['-u', '-f', '/dev/null', '-S', join(this.#home, 'socket'), ...args],
			{
				encoding: 'utf8',
				env: { ...process.env, HOME: this.#home, LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8', TERM: 'xterm' },
			},
		)
		if (error) throw error
		if (status !== 0) throw new Error(`tmux ${args[0]}: ${stderr}`)
		return stdout
	}

	/** Presses keys by their names in tmux, such as `Tab`. */
	press(...keys: string[]): void {
		this.#tmux('send-keys', ...keys)
	}

	type(text: string): void {
		this.#tmux('send-keys', '-l', text)
	}

	/** The lines of the screen with the cursor. */
	screen(): string {
		const [place = '', ...lines] = this.#tmux(
			...['display-message', '-p', '#{cursor_y} #{cursor_x}', ';', 'capture-pane', '-p'],
		).split('\n')
		const [row = 0, column = 0] = place.split(' ').map(Number)
		const line = (lines[row] ?? '').padEnd(column)
		lines[row] = `${line.slice(0, column)}${CURSOR}${line.slice(column)}`
		return lines.join('\n')
	}

	/** Waits until the screen matches. */
	see(pattern: RegExp): Promise<string> {
		return this.#until(pattern.test.bind(pattern), `no ${pattern}`)
	}

	/** Tabs through links and fields until the text around the cursor matches. */
	async tabTo(pattern: RegExp): Promise<void> {
		for (let tabs = 0; tabs < TABS_MAX; tabs += 1) {
			const before = this.screen()
			if (pattern.test(before)) return
			this.press('Tab')
			await this.#until((screen) => screen !== before, `no ${pattern} up to the last link`)
		}
		throw new Error(`No ${pattern} after ${TABS_MAX} links.`)
	}

	/** Turns screens until one matches. */
	async turnTo(pattern: RegExp): Promise<void> {
		for (let before = this.screen(); !pattern.test(before); before = this.screen()) {
			this.press('Space')
			await this.#until((screen) => screen !== before, `no ${pattern} up to the end`)
		}
	}

	/** Waits until the screen passes and is drawn to its end: a program moves the cursor about while it draws. */
	#until(check: (screen: string) => boolean, otherwise: string): Promise<string> {
		let [last, equal] = ['', 0]
		return eventually(() => {
			const screen = this.screen()
			equal = screen === last ? equal + 1 : 1
			last = screen
			if (equal < EQUAL_READS || !check(screen)) throw new Error(`${otherwise}:\n${screen}`)
			return screen
		})
	}

	close(): void {
		// The program may have ended its session and tmux with it.
		spawnSync('tmux', ['-S', join(this.#home, 'socket'), 'kill-server'])
		rmSync(this.#home, { recursive: true, force: true })
	}
}
