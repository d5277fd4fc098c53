import type { ReadTime } from '@/domain/read-time'
import { messages } from '@/lib/messages/messages'

type Props = { time: ReadTime; wording: 'classic' | 'plain' }

/**
 * `classic` is the traditional wording of the site, in minutes and seconds. The space is for text browsers: the style
 * sheet draws a narrower gap in its place, so that the line has the traditional spelling without one.
 */
export function ReadTimeLine({ time, wording }: Props) {
	const { readTime, classicReadTime } = messages().article
	return (
		<>
			{readTime}
			<span> {wording === 'classic' ? classicReadTime(time.minutes, time.seconds) : plain(time)}</span>
		</>
	)
}

/** Rounded to the nearest minute; below a minute, "under a minute". */
function plain(time: ReadTime): string {
	const words = messages().article
	return time.minutes === 0 ? words.underAMinute : words.minutes(nearestMinute(time))
}

export const shortReadTime = (time: ReadTime): string =>
	messages().article.minRead(Math.max(1, nearestMinute(time)))

const nearestMinute = ({ minutes, seconds }: ReadTime): number => minutes + (seconds >= 30 ? 1 : 0)
