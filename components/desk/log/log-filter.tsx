import { FilterChoice, FilterField, FilterForm } from '@/components/desk/form/filter-form'

type Option = { id: string; name: string }
type Props = {
	params: Record<'person' | 'kind' | 'story' | 'from' | 'to', string | undefined>
	people: Option[]
	kinds: Option[]
}

const optionsOf = (list: Option[]) => list.map(({ id, name }) => ({ value: id, label: name }))

export function LogFilter({ params: { person, kind, story, from, to }, people, kinds }: Props) {
	const all = person || kind || story || from || to ? '/desk/log' : null
	return (
		<FilterForm action="/desk/log" label="Find entries" button="Filter" all={all}>
			<FilterChoice name="person" label="Person" all="Everybody" value={person} options={optionsOf(people)} />
			<FilterChoice name="kind" label="About" all="Everything" value={kind} options={optionsOf(kinds)} />
			<FilterField name="story" label="Story, by number" value={story} inputMode="numeric" />
			<FilterField name="from" label="From" value={from} type="date" />
			<FilterField name="to" label="To" value={to} type="date" />
		</FilterForm>
	)
}
