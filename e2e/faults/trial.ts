/** One line of a trial's report. */
export type Finding = { label: string; figure: string; wanted: string; met: boolean }

export type TrialOptions = {
	/** How often the fault is injected. */
	count: number
	/** First of ten free ports for the trial. */
	port: number
	/** An empty folder for the trial, removed afterwards. */
	folder: string
}

export type Trial = {
	/** One-line description. */
	title: string
	/** Number of repetitions in a whole run. */
	count: number
	/** Required commands (Debian packages), and whether root is needed for mounts or limits. */
	needs?: { root?: boolean; commands?: string[] }
	run: (options: TrialOptions) => Promise<Finding[]>
}

export const finding = (label: string, figure: number, wanted: number): Finding => ({
	label,
	figure: String(figure),
	wanted: String(wanted),
	met: figure === wanted,
})

/** A control: the fault must be detected, else the trial proves nothing. */
export const control = (label: string, figure: number): Finding => ({
	label: `control: ${label}`,
	figure: String(figure),
	wanted: '> 0',
	met: figure > 0,
})

export const table = (findings: Finding[]): string =>
	findings
		.map(({ label, figure, wanted, met }) => `${met ? 'ok ' : 'NO '} ${label}: ${figure} (wanted ${wanted})`)
		.join('\n')
