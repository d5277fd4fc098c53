import type { ReadTime } from '@/domain/read-time'

type Props = { time: ReadTime; wording: 'classic' | 'plain' }

/** `classic` is the traditional wording of the site: never plural, no space after the colon. */
export function ReadTimeLine({ time, wording }: Props) {
	return (
		<>
			Read Time:<span>{wording === 'classic' ? classic(time) : plain(time)}</span>
		</>
	)
}

function classic({ minutes, seconds }: ReadTime): string {
	const parts = [minutes > 0 && `${minutes} Minute`, (seconds > 0 || minutes === 0) && `${seconds} Second`]
	return parts.filter(Boolean).join(', ')
}

/** Rounded to the nearest minute; below a minute, "under a minute". */
function plain({ minutes, seconds }: ReadTime): string {
	if (minutes === 0) return 'under a minute'
	return plural(minutes + (seconds >= 30 ? 1 : 0), 'minute')
}

export const plural = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`

export const shortReadTime = ({ minutes, seconds }: ReadTime): string =>
	`${Math.max(1, minutes + (seconds >= 30 ? 1 : 0))} min read`
