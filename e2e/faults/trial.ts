/** One line of a trial's report. */
export type Finding = { what: string; figure: string; wanted: string; met: boolean }

export type TrialOptions = {
	/** How often the fault is brought about. */
	count: number
	/** First of ten ports that are free for the trial. */
	port: number
	/** An empty folder that the trial may fill; removed afterwards. */
	folder: string
}

export type Trial = {
	/** What it does, in a line. */
	title: string
	/** How often in a whole run. */
	count: number
	/** Packages of Debian that it needs, and whether it mounts file systems or sets limits as root. */
	needs?: { root?: boolean; commands?: string[] }
	run: (options: TrialOptions) => Promise<Finding[]>
}

export const finding = (what: string, figure: number, wanted: number): Finding => ({
	what,
	figure: String(figure),
	wanted: String(wanted),
	met: figure === wanted,
})

/** A control: the fault must show, else the trial proves nothing. */
export const control = (what: string, figure: number): Finding => ({
	what: `control: ${what}`,
	figure: String(figure),
	wanted: '> 0',
	met: figure > 0,
})

export const table = (findings: Finding[]): string =>
	findings
		.map(({ what, figure, wanted, met }) => `${met ? 'ok ' : 'NO '} ${what}: ${figure} (wanted ${wanted})`)
		.join('\n')
