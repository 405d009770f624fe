@main struct CascadeBench { static func main() {} }
