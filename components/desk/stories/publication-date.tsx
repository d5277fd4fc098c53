import deskStyles from '@/components/desk/desk.module.css'
import { Disclosure } from '@/components/desk/form/disclosure'
import { Submit, TextField } from '@/components/desk/form/fields'
import styles from './publish-panel.module.css'

type Props = {
	/** Whether readers see the story now. */
	live: boolean
	/** The publication date as `2023-09-22T14:30` in the site's time zone, empty before publication. */
	date: string
	/** The same, formatted. */
	words: string
	zone: string
}

/** Publication date of one's own, given with the publication or changed afterwards. */
export function PublicationDate({ live, date, words, zone }: Props) {
	const [day, time] = date.split('T')
	return (
		<Disclosure
			summary={`Publication date: ${words || 'the moment you publish'}`}
			field="printedDate"
			className={styles.fold}
		>
			<div className={styles.pair}>
				<TextField name="printedDate" type="date" label="Day" value={day ?? ''} />
				<TextField name="printedTime" type="time" label="Time" value={time ?? ''} />
			</div>
			<p className={deskStyles.soft}>
				{live
					? `On the clocks of ${zone}. Every list and the stories before and after follow it. The log keeps the old date, and when the story in fact appeared.`
					: words
						? `On the clocks of ${zone}. Published again, the story keeps the day it first appeared, unless you give another.`
						: `A past day, on the clocks of ${zone}, for a story from the archive. Without a time it counts from midnight. Left empty, the date is the moment you publish.`}
			</p>
			{live && (
				<Submit name="then" value="change-date">
					Change the date
				</Submit>
			)}
		</Disclosure>
	)
}
