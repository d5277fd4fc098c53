import formStyles from '@/components/desk/form/form.module.css'
import styles from './log.module.css'

type Option = { id: string; name: string }
type Props = {
	params: Record<'person' | 'kind' | 'story' | 'from' | 'to', string | undefined>
	people: Option[]
	kinds: Option[]
}

export function LogFilter({ params, people, kinds }: Props) {
	const active = Object.values(params).some(Boolean)
	return (
		<search>
			<form method="get" action="/desk/log" className={styles.filter} aria-label="Find entries">
				<Choice name="person" label="Person" all="Everybody" value={params.person} options={people} />
				<Choice name="kind" label="About" all="Everything" value={params.kind} options={kinds} />
				<Field name="story" label="Story, by number" value={params.story} inputMode="numeric" />
				<Field name="from" label="From" value={params.from} type="date" />
				<Field name="to" label="To" value={params.to} type="date" />
				<div className={styles.filterActions}>
					<button type="submit" className={formStyles.plain}>
						Filter
					</button>
					{active && <a href="/desk/log">Show all</a>}
				</div>
			</form>
		</search>
	)
}

type FieldProps = {
	name: string
	label: string
	value: string | undefined
	type?: string
	inputMode?: 'numeric'
}

function Field({ name, label, value, type = 'text', inputMode }: FieldProps) {
	return (
		<div>
			<label htmlFor={`filter-${name}`}>{label}</label>
			<input
				id={`filter-${name}`}
				type={type}
				name={name}
				defaultValue={value}
				inputMode={inputMode}
				className={formStyles.input}
			/>
		</div>
	)
}

type ChoiceProps = { name: string; label: string; all: string; value: string | undefined; options: Option[] }

function Choice({ name, label, all, value, options }: ChoiceProps) {
	return (
		<div>
			<label htmlFor={`filter-${name}`}>{label}</label>
			<select id={`filter-${name}`} name={name} defaultValue={value ?? ''} className={formStyles.input}>
				<option value="">{all}</option>
				{options.map((option) => (
					<option key={option.id} value={option.id} dir="auto">
						{option.name}
					</option>
				))}
			</select>
		</div>
	)
}
