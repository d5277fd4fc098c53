import deskStyles from '@/components/desk/desk.module.css'
import formStyles from '@/components/desk/form/form.module.css'
import { useField } from '@/components/desk/form/form-context'
import { PLACES, type PlaceName } from '@/lib/front-page-arrangement'
import { DragHandle } from './drag-handle'
import styles from './front-page.module.css'
import type { ArrangementInWork } from './use-arrangement'

export const PLACE_NAMES: Record<PlaceName, string> = {
	lead: 'Lead',
	'second-1': 'Second rank, first',
	'second-2': 'Second rank, second',
	'second-3': 'Second rank, third',
}

type Props = ArrangementInWork & { zone: string }

/** The lead and the second rank, each with its chosen story or filled by date. */
export function Places(props: Props) {
	return (
		<section className={styles.ranks} aria-labelledby="front-page-places">
			<h2 id="front-page-places">Lead and second rank</h2>
			<p className={styles.soft}>
				A place without a story takes the next one by date. Ends are on the clocks of {props.zone}.
			</p>
			<ol className={styles.places}>
				{PLACES.map((place) => (
					<Place key={place} place={place} {...props} />
				))}
			</ol>
		</section>
	)
}

function Place({ place, ...props }: Props & { place: PlaceName }) {
	const { arrangement, nameOf, enhanced, onMove, move, found, byDate } = props
	const chosen = arrangement.places[place]
	const story = chosen && nameOf(chosen.id)
	const name = PLACE_NAMES[place]
	const index = PLACES.indexOf(place)
	const step = (verb: 'up' | 'down') => {
		const to = PLACES[index + (verb === 'up' ? -1 : 1)] as PlaceName
		const words = `${story?.headline} is now in: ${PLACE_NAMES[to]}.`
		return onMove(`${verb} ${place}`, words, `${to}-${verb} ${to}-up ${to}-down`)
	}
	return (
		<li className={styles.place} data-drop={`place ${place}`} data-lead={place === 'lead' || undefined}>
			<h3 className={styles.placeName}>
				{enhanced && story && <DragHandle what={`place ${place}`} words={story.headline} move={move} />}
				{name}
			</h3>
			{story ? (
				<>
					<p className={styles.headline} dir="auto">
						{story.headline}
					</p>
					<p className={styles.soft}>{story.state}</p>
					<Until place={place} value={chosen.until} setFields={props.setFields} name={name} />
				</>
			) : (
				<p className={styles.byDate}>
					By date{byDate[place] && ': '}
					<span dir="auto">{byDate[place]}</span>
				</p>
			)}
			<div className={styles.buttons}>
				<MoveButton
					value={`put ${place}`}
					label={`Put here the chosen story: ${name}`}
					onClick={(event) => {
						const field = event.currentTarget.form?.elements.namedItem('story')
						const id = Number(field instanceof RadioNodeList ? field.value : radioValue(field))
						const headline = found.find((each) => each.id === id)?.headline
						// Without a chosen story the server answers with the message.
						if (headline) onMove(`put ${id} ${place}`, `${headline} is now in: ${name}.`)(event)
					}}
				>
					Put here
				</MoveButton>
				{story && index > 0 && (
					<MoveButton
						id={`${place}-up`}
						value={`up ${place}`}
						label={`Up: ${story.headline}`}
						onClick={step('up')}
					>
						Up
					</MoveButton>
				)}
				{story && index < PLACES.length - 1 && (
					<MoveButton
						id={`${place}-down`}
						value={`down ${place}`}
						label={`Down: ${story.headline}`}
						onClick={step('down')}
					>
						Down
					</MoveButton>
				)}
				{story && (
					<MoveButton
						value={`off ${place}`}
						label={`Take off: ${story.headline}`}
						onClick={onMove(`off ${place}`, `${story.headline} is taken off. ${name} is filled by date.`)}
					>
						Take off
					</MoveButton>
				)}
			</div>
		</li>
	)
}

const radioValue = (field: unknown): string =>
	field instanceof HTMLInputElement && field.checked ? field.value : ''

type UntilProps = { place: PlaceName; value: string; name: string } & Pick<Props, 'setFields'>

function Until({ place, value, name, setFields }: UntilProps) {
	const { id, error, errorId } = useField(`until-${place}`, value)
	return (
		<div className={styles.until}>
			<label htmlFor={id}>
				Until <span className={deskStyles.hidden}>the end of {name}</span>
			</label>
			<input
				id={id}
				type="datetime-local"
				name={`until-${place}`}
				value={value}
				onChange={setFields}
				className={formStyles.input}
				aria-invalid={error ? true : undefined}
				aria-describedby={error ? errorId : undefined}
			/>
			{error && (
				<p id={errorId} className={formStyles.error}>
					{error}
				</p>
			)}
		</div>
	)
}

type MoveButtonProps = {
	id?: string
	value: string
	label: string
	children: string
	onClick: (event: React.MouseEvent<HTMLButtonElement>) => void
}

/** A small button of the form; without scripts it sends the form with its move. */
export function MoveButton({ id, value, label, children, onClick }: MoveButtonProps) {
	return (
		<button
			type="submit"
			id={id}
			name="do"
			value={value}
			className={styles.move}
			aria-label={label}
			onClick={onClick}
		>
			{children}
		</button>
	)
}
