import { spawnSync } from 'node:child_process'
import { backup } from './backup'
import { clock } from './clock'
import { diskFull } from './disk-full'
import { ioErrors } from './io-errors'
import { kill } from './kill'
import { locked } from './locked'
import { memory } from './memory'
import { powerCut } from './power-cut'
import type { Trial } from './trial'
import { typing } from './typing'

export const TRIALS = {
	kill,
	'power-cut': powerCut,
	'disk-full': diskFull,
	'io-errors': ioErrors,
	locked,
	clock,
	memory,
	backup,
	typing,
} satisfies Record<string, Trial>

/** The reason that a trial cannot run on this machine, or null. */
export function missingNeeds({ needs = {} }: Trial): string | null {
	if (needs.root && process.getuid?.() !== 0) return 'it mounts file systems or sets limits, and needs root'
	const command = needs.commands?.find((name) => spawnSync('which', [name]).status !== 0)
	return command ? `${command} is not installed` : null
}
