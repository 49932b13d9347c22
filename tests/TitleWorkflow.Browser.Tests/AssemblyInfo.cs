// One server at a time on a small machine; the drill measures nothing but needs the processor.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
